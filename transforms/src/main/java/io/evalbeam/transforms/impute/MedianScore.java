package io.evalbeam.transforms.impute;

import io.evalbeam.schemas.reference.BenchmarkKind;
import io.evalbeam.schemas.tracking.ObservedScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The score of one model on one benchmark: the median where several rows state one.
 *
 * @param benchmark benchmark key
 * @param value median of the rows
 * @param stated the rows
 */
record MedianScore(String benchmark, double value, List<ObservedScore> stated) {

  /**
   * Scores by benchmark. Rows whose stated unit contradicts the kind of the benchmark are not
   * comparable and stay out, as do benchmarks that have no kind.
   */
  static SortedMap<String, MedianScore> of(
      List<ObservedScore> scores, Map<String, BenchmarkKind> kinds) {
    SortedMap<String, List<ObservedScore>> grouped = new TreeMap<>();
    for (ObservedScore score : scores) {
      BenchmarkKind kind = kinds.get(score.benchmark());
      if (kind != null && BenchmarkKind.ofUnit(score.unit()).orElse(kind) == kind) {
        grouped.computeIfAbsent(score.benchmark(), key -> new ArrayList<>(1)).add(score);
      }
    }
    SortedMap<String, MedianScore> medians = new TreeMap<>();
    grouped.forEach((benchmark, rows) -> medians.put(benchmark, median(benchmark, rows)));
    return medians;
  }

  /** Where the rows are, in order: {@code archive row 17; board row 3}. */
  String source() {
    return stated.stream()
        .sorted(Comparator.comparing(ObservedScore::source).thenComparingInt(ObservedScore::row))
        .map(score -> score.source() + " row " + score.row())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static MedianScore median(String benchmark, List<ObservedScore> rows) {
    double[] values = new double[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.get(i).value();
    }
    return new MedianScore(benchmark, Order.median(values), rows);
  }
}
