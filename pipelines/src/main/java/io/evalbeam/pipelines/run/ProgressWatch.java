package io.evalbeam.pipelines.run;

import io.evalbeam.io.files.Progress;
import io.evalbeam.pipelines.command.Console;
import java.time.Duration;
import java.util.Locale;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;

/**
 * Watches a running pipeline: on a terminal one line with what is done of what, the rate and the
 * time left; elsewhere nothing until the end. A Flink cluster's runner returns at the job's end:
 * {@link FlinkJobWatch} tells of it.
 */
final class ProgressWatch {
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final double MEGABYTE = 1e6;

  private final String stage;
  private final Console console;

  ProgressWatch(String stage, Console console) {
    this.stage = stage;
    this.console = console;
  }

  /** Waits for the pipeline to end and returns its last state. */
  PipelineResult.State await(PipelineResult result) {
    if (!console.isInteractive()) {
      return result.waitUntilFinish();
    }
    long start = System.nanoTime();
    PipelineResult.State state = result.getState();
    while (!state.isTerminal()) {
      PipelineResult.State reached =
          result.waitUntilFinish(org.joda.time.Duration.millis(INTERVAL.toMillis()));
      state = reached == null ? result.getState() : reached;
      MetricQueryResults counters = counters(result);
      console.overwrite(
          line(
              stage,
              value(counters, Progress.BYTES_READ),
              value(counters, Progress.BYTES_PLANNED),
              (System.nanoTime() - start) / 1e9));
    }
    console.overwrite("");
    return state;
  }

  /** The progress line. */
  static String line(String stage, long read, long planned, double seconds) {
    return stage + ": " + bytes(read, planned, seconds);
  }

  /**
   * What is done of what; the plan grows while inputs are found, so the time left is an estimate.
   */
  static String bytes(long read, long planned, double seconds) {
    double rate = read / Math.max(seconds, 1e-3);
    String left =
        read == 0 || read >= planned
            ? ""
            : String.format(Locale.ROOT, ", %.0f s left", (planned - read) / rate);
    return String.format(
        Locale.ROOT,
        "read %.1f of %.1f MB, %.1f MB/s%s",
        read / MEGABYTE,
        planned / MEGABYTE,
        rate / MEGABYTE,
        left);
  }

  private static MetricQueryResults counters(PipelineResult result) {
    return result
        .metrics()
        .queryMetrics(
            MetricsFilter.builder()
                .addNameFilter(MetricNameFilter.inNamespace(Progress.NAMESPACE))
                .build());
  }

  private static long value(MetricQueryResults counters, String name) {
    long sum = 0;
    for (MetricResult<Long> counter : counters.getCounters()) {
      if (counter.getName().getName().equals(name)) {
        sum += counter.getAttempted();
      }
    }
    return sum;
  }
}
