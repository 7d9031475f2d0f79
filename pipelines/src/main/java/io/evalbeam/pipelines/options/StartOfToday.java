package io.evalbeam.pipelines.options;

import java.time.Clock;
import java.time.LocalDate;
import org.apache.beam.sdk.options.DefaultValueFactory;
import org.apache.beam.sdk.options.PipelineOptions;

/** Today's date in UTC: reruns on one day give the same output. */
public final class StartOfToday implements DefaultValueFactory<String> {
  @Override
  public String create(PipelineOptions options) {
    return LocalDate.now(Clock.systemUTC()).toString();
  }
}
