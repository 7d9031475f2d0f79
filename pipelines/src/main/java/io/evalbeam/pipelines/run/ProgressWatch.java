package io.evalbeam.pipelines.run;

import io.evalbeam.pipelines.cli.Console;
import java.time.Duration;
import java.util.Locale;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;

/**
 * Watches a running pipeline: on a terminal one line with what is done of what, the rate and the
 * time left; elsewhere nothing until the end.
 */
final class ProgressWatch {
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final double MEGABYTE = 1e6;

  private final String stage;
  private final long totalBytes;
  private final Console console;

  ProgressWatch(String stage, long totalBytes, Console console) {
    this.stage = stage;
    this.totalBytes = totalBytes;
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
      double seconds = (System.nanoTime() - start) / 1e9;
      console.overwrite(line(bytesRead(result), seconds));
    }
    console.overwrite("");
    return state;
  }

  private String line(long bytesRead, double seconds) {
    double rate = bytesRead / Math.max(seconds, 1e-3);
    String left =
        bytesRead == 0 || bytesRead >= totalBytes
            ? ""
            : String.format(Locale.ROOT, ", %.0f s left", (totalBytes - bytesRead) / rate);
    return String.format(
        Locale.ROOT,
        "%s: read %.1f of %.1f MB (%d %%), %.1f MB/s%s",
        stage,
        bytesRead / MEGABYTE,
        totalBytes / MEGABYTE,
        totalBytes == 0 ? 100 : Math.min(100, 100 * bytesRead / totalBytes),
        rate / MEGABYTE,
        left);
  }

  private static long bytesRead(PipelineResult result) {
    MetricsFilter filter =
        MetricsFilter.builder()
            .addNameFilter(
                MetricNameFilter.named(ProgressMetrics.NAMESPACE, ProgressMetrics.BYTES_READ))
            .build();
    long bytes = 0;
    for (MetricResult<Long> counter : result.metrics().queryMetrics(filter).getCounters()) {
      bytes += counter.getAttempted();
    }
    return bytes;
  }
}
