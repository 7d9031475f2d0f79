package io.evalbeam.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * What is measured, how, and where.
 *
 * @param repository root of the checkout
 * @param work directory for data, outputs and results
 * @param only names of sections to run; empty for all
 * @param scale factor of all sizes
 * @param repetitions runs of each command
 * @param clean whether data are deleted at the end
 */
public record Settings(
    Path repository, Path work, List<String> only, double scale, int repetitions, boolean clean) {
  /** A median of fewer says little. */
  private static final int LEAST_REPETITIONS = 5;

  public Settings {
    only = List.copyOf(only);
    if (!(scale > 0) || repetitions < 1) {
      throw new IllegalArgumentException("bench.scale and bench.repetitions must be above 0");
    }
  }

  /** Settings of the properties {@code bench.*}. */
  public static Settings of(Properties properties) {
    Path repository =
        Path.of(properties.getProperty("evalbeam.root", "")).toAbsolutePath().normalize();
    String only = properties.getProperty("bench.only", "");
    return new Settings(
        repository,
        repository.resolve(properties.getProperty("bench.work", "target/bench")),
        List.of(only.split(",", -1)).stream().filter(name -> !name.isBlank()).toList(),
        Double.parseDouble(properties.getProperty("bench.scale", "1")),
        Integer.parseInt(properties.getProperty("bench.repetitions", "5")),
        Boolean.parseBoolean(properties.getProperty("bench.clean", "false")));
  }

  /** A size in the scale asked for. */
  public long scaled(long size, long least) {
    return Math.max(least, Math.round(size * scale));
  }

  /** Whether results may be shown to others: full sizes, enough repetitions. */
  public boolean isComplete() {
    return scale == 1 && repetitions >= LEAST_REPETITIONS;
  }

  /** The page with the results; one that is no more than a try stays among the work. */
  public Path page() {
    return (isComplete() ? repository : work).resolve("BENCHMARKS.md");
  }

  /** Folder with the results of sections in this scale. */
  Path results() {
    return work.resolve("results").resolve("scale-" + scale + "-repetitions-" + repetitions);
  }
}
