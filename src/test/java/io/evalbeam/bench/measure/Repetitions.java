package io.evalbeam.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All runs of a command.
 *
 * @param name of the command in the tables
 * @param runs one or more
 */
public record Repetitions(String name, List<Measurement> runs) {
  public Repetitions {
    runs = List.copyOf(runs);
  }

  /** Median time on the wall, seconds. */
  public double wall() {
    return median(runs.stream().map(Measurement::wallSeconds).toList());
  }

  /** Shortest time on the wall, seconds. */
  public double shortestWall() {
    return runs.stream().mapToDouble(Measurement::wallSeconds).min().orElseThrow();
  }

  /** Longest time on the wall, seconds. */
  public double longestWall() {
    return runs.stream().mapToDouble(Measurement::wallSeconds).max().orElseThrow();
  }

  /** Median processor time, seconds; null unless all runs have one. */
  public @Nullable Double cpu() {
    List<Double> all = known(Measurement::cpuSeconds);
    return all == null ? null : Double.valueOf(median(all));
  }

  /** Largest resident memory of all runs, bytes; null unless all runs have one. */
  public @Nullable Long peakBytes() {
    List<Long> all = known(Measurement::peakBytes);
    return all == null ? null : all.stream().max(Long::compare).orElseThrow();
  }

  private <T> @Nullable List<T> known(Function<Measurement, @Nullable T> figure) {
    List<T> known = new ArrayList<>();
    for (Measurement run : runs) {
      T value = figure.apply(run);
      if (value == null) {
        return null;
      }
      known.add(Objects.requireNonNull(value));
    }
    return known;
  }

  /** Middle value; the mean of the two in the middle where there are two. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
