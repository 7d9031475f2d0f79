package io.evalbeam.transforms.impute;

import io.evalbeam.schemas.reference.BenchmarkKind;
import io.evalbeam.schemas.tracking.ReferencePoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The reference models that have one benchmark, in order of their identifiers. */
final class ReferenceRows {
  private int[] entities = new int[16];
  private double[] scores = new double[16];
  private int size;

  private ReferenceRows() {}

  /**
   * Rows by benchmark.
   *
   * @param references in the order that the entity indices of the rows refer to
   */
  static SortedMap<String, ReferenceRows> of(
      List<ReferencePoint> references, SortedMap<String, BenchmarkKind> kinds) {
    SortedMap<String, ReferenceRows> rows = new TreeMap<>();
    for (int i = 0; i < references.size(); i++) {
      int entity = i;
      MedianScore.of(references.get(i).scores(), kinds)
          .forEach(
              (benchmark, score) ->
                  rows.computeIfAbsent(benchmark, key -> new ReferenceRows())
                      .add(entity, score.value()));
    }
    return rows;
  }

  private void add(int entity, double score) {
    if (size == entities.length) {
      entities = Arrays.copyOf(entities, 2 * size);
      scores = Arrays.copyOf(scores, 2 * size);
    }
    entities[size] = entity;
    scores[size++] = score;
  }

  int size() {
    return size;
  }

  /** Indices of the models, ascending. */
  int[] entities() {
    return Arrays.copyOf(entities, size);
  }

  double[] scores() {
    return Arrays.copyOf(scores, size);
  }

  /** The rows whose model has a release date. */
  ReferenceRows dated(List<ReferencePoint> references) {
    ReferenceRows dated = new ReferenceRows();
    for (int i = 0; i < size; i++) {
      if (references.get(entities[i]).releaseYear() != null) {
        dated.add(entities[i], scores[i]);
      }
    }
    return dated;
  }

  double[] log10Flop(List<ReferencePoint> references) {
    return Arrays.stream(entities()).mapToDouble(i -> references.get(i).log10Flop()).toArray();
  }

  double[] sigma(List<ReferencePoint> references) {
    return Arrays.stream(entities()).mapToDouble(i -> references.get(i).sigma()).toArray();
  }

  /** Release years; every row must have one. */
  double[] releaseYears(List<ReferencePoint> references) {
    List<Double> years = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      @Nullable Double year = references.get(entities[i]).releaseYear();
      if (year == null) {
        throw new IllegalStateException(references.get(entities[i]).entityId() + " has no date");
      }
      years.add(year);
    }
    return years.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
