package io.evalbeam.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a command to its end and measures it. One at a time: processor time is told by its sum. */
public final class MeasuredProcess {
  private static final long POLL_MILLISECONDS = 10;
  private static final double NANOS = 1e9;
  private static final int LOG_LINES = 15;

  private final Path log;
  private final List<Long> helpers;

  /**
   * Prepares.
   *
   * @param log file for what commands print
   * @param helpers numbers of processes that work for the commands, such as those of a cluster
   */
  public MeasuredProcess(Path log, List<Long> helpers) {
    this.log = log;
    this.helpers = List.copyOf(helpers);
  }

  /**
   * Runs a command.
   *
   * @throws IOException also when it ends with another status than 0, with the end of what it
   *     printed
   */
  public Measurement run(CommandLine command) throws IOException, InterruptedException {
    Double before = cpuSeconds();
    long start = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder(command.words())
            .directory(command.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(command.environment());
    Process process = builder.start();
    Long peak = null;
    try {
      // The last look may miss what a process takes in its last milliseconds.
      do {
        peak = larger(peak, ProcessFigures.peakBytesOf(process.pid()));
      } while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS));
    } finally {
      process.destroyForcibly();
    }
    double wall = (System.nanoTime() - start) / NANOS;
    Double after = cpuSeconds();
    if (process.exitValue() != 0) {
      throw new IOException(
          command.words() + " ended with status " + process.exitValue() + ":\n" + endOfLog());
    }
    return new Measurement(
        wall, before == null || after == null ? null : after - before, withHelpers(peak));
  }

  private @Nullable Double cpuSeconds() {
    Double seconds = ProcessFigures.secondsOfEndedChildren();
    for (long helper : helpers) {
      Double more = ProcessFigures.secondsOf(helper);
      seconds = seconds == null || more == null ? null : Double.valueOf(seconds + more);
    }
    return seconds;
  }

  /** Helpers' peaks are those of their whole life: they cannot be reset. */
  private @Nullable Long withHelpers(@Nullable Long own) {
    Long sum = own;
    for (long helper : helpers) {
      Long more = ProcessFigures.peakBytesOf(helper);
      sum = sum == null || more == null ? null : Long.valueOf(sum + more);
    }
    return sum;
  }

  private static @Nullable Long larger(@Nullable Long first, @Nullable Long second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return Long.valueOf(Math.max(first, second));
  }

  private String endOfLog() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
  }
}
