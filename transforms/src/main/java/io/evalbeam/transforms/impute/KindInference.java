package io.evalbeam.transforms.impute;

import io.evalbeam.schemas.reference.BenchmarkCatalog;
import io.evalbeam.schemas.reference.BenchmarkKind;
import io.evalbeam.schemas.tracking.ObservedScore;
import io.evalbeam.schemas.tracking.ReferencePoint;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds what the scores of each benchmark mean: the unit most rows state; else the catalogue; else
 * the reference values themselves. Values in 0..1, not all whole, are fractions; values in 0..100
 * are percentages; values in 500..4000 are ratings; anything else is an index.
 */
final class KindInference {
  private final Map<BenchmarkKind, Integer> stated = new EnumMap<>(BenchmarkKind.class);
  private double lowest = Double.POSITIVE_INFINITY;
  private double highest = Double.NEGATIVE_INFINITY;
  private boolean allWhole = true;

  private KindInference() {}

  /** Kinds of all benchmarks that any reference has, by benchmark key. */
  static SortedMap<String, BenchmarkKind> kinds(
      List<ReferencePoint> references, BenchmarkCatalog catalog) {
    SortedMap<String, KindInference> seen = new TreeMap<>();
    for (ReferencePoint reference : references) {
      for (ObservedScore score : reference.scores()) {
        seen.computeIfAbsent(score.benchmark(), key -> new KindInference()).add(score);
      }
    }
    SortedMap<String, BenchmarkKind> kinds = new TreeMap<>();
    seen.forEach((benchmark, values) -> kinds.put(benchmark, values.kind(benchmark, catalog)));
    return kinds;
  }

  private void add(ObservedScore score) {
    BenchmarkKind.ofUnit(score.unit()).ifPresent(kind -> stated.merge(kind, 1, Integer::sum));
    lowest = Math.min(lowest, score.value());
    highest = Math.max(highest, score.value());
    allWhole &= score.value() == Math.rint(score.value());
  }

  private BenchmarkKind kind(String benchmark, BenchmarkCatalog catalog) {
    BenchmarkKind mostStated = null;
    int most = 0;
    for (Map.Entry<BenchmarkKind, Integer> entry : stated.entrySet()) {
      if (entry.getValue() > most) {
        mostStated = entry.getKey();
        most = entry.getValue();
      }
    }
    if (mostStated != null) {
      return mostStated;
    }
    return catalog.kindOf(benchmark).orElseGet(this::kindOfValues);
  }

  private BenchmarkKind kindOfValues() {
    if (lowest >= 0 && highest <= 1 && !allWhole) {
      return BenchmarkKind.FRACTION;
    }
    if (lowest >= 0 && highest <= 100) {
      return BenchmarkKind.PERCENT;
    }
    return lowest >= 500 && highest <= 4000 ? BenchmarkKind.ELO : BenchmarkKind.INDEX;
  }
}
