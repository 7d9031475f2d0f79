package io.evalbeam.pipelines.tracking.human;

import org.apache.beam.sdk.options.DefaultValueFactory;
import org.apache.beam.sdk.options.PipelineOptions;

/** The name of the user who runs the command, as Java knows it. */
public final class ComputerUser implements DefaultValueFactory<String> {
  @Override
  public String create(PipelineOptions options) {
    return System.getProperty("user.name", "unknown");
  }
}
