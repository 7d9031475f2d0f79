package io.evalbeam.transforms.impute;

import io.evalbeam.schemas.reference.BenchmarkKind;
import io.evalbeam.schemas.tracking.ObservedScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The score of one model on one benchmark: the median where several rows state one.
 *
 * @param benchmark benchmark key
 * @param value median of the rows
 * @param rows number of rows
 * @param source where they are, sorted: {@code board row 3; other row 17}
 */
record MedianScore(String benchmark, double value, int rows, String source) {

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
        grouped.computeIfAbsent(score.benchmark(), key -> new ArrayList<>()).add(score);
      }
    }
    SortedMap<String, MedianScore> medians = new TreeMap<>();
    grouped.forEach((benchmark, rows) -> medians.put(benchmark, median(benchmark, rows)));
    return medians;
  }

  private static MedianScore median(String benchmark, List<ObservedScore> rows) {
    double[] values = rows.stream().mapToDouble(ObservedScore::value).toArray();
    TreeSet<Place> places = new TreeSet<>();
    rows.forEach(score -> places.add(new Place(score.source(), score.row())));
    List<String> words =
        places.stream().map(place -> place.source() + " row " + place.row()).toList();
    return new MedianScore(
        benchmark, Order.median(values), values.length, String.join("; ", words));
  }

  private record Place(String source, int row) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = source.compareTo(other.source);
      return order != 0 ? order : Integer.compare(row, other.row);
    }
  }
}
