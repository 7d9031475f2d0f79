package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.ComparedModel;
import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.math.ExactMoments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One task as a benchmark counts it. A model that was asked under several prompt settings takes
 * part with those that most models share, so that no two of its runs are pooled.
 */
final class BenchmarkTask {
  private final ComparisonResult comparison;
  private final List<BenchmarkModel> models;

  /** Position in the comparison of each model of the benchmark; -1 if it takes no part. */
  private final int[] positions;

  private final @Nullable ExactMoments[] moments;

  private BenchmarkTask(ComparisonResult comparison, List<BenchmarkModel> models, int[] positions) {
    this.comparison = comparison;
    this.models = models;
    this.positions = positions;
    this.moments = new @Nullable ExactMoments[positions.length];
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] >= 0) {
        moments[i] = ExactMoments.fromBytes(comparison.models().get(positions[i]).moments());
      }
    }
  }

  /**
   * A task of a benchmark.
   *
   * @param models all models of the benchmark, in order
   */
  static BenchmarkTask of(ComparisonResult comparison, List<BenchmarkModel> models) {
    Map<BenchmarkModel, List<Integer>> entrants = new HashMap<>();
    SortedMap<String, Integer> settings = new TreeMap<>();
    for (int i = 0; i < comparison.models().size(); i++) {
      ComparedModel model = comparison.models().get(i);
      entrants.computeIfAbsent(BenchmarkModel.of(model), key -> new ArrayList<>()).add(i);
      settings.merge(model.promptSettings(), 1, Integer::sum);
    }
    int[] positions = new int[models.size()];
    Arrays.setAll(
        positions,
        i -> mostShared(entrants.getOrDefault(models.get(i), List.of()), comparison, settings));
    return new BenchmarkTask(comparison, models, positions);
  }

  private static int mostShared(
      List<Integer> candidates, ComparisonResult comparison, SortedMap<String, Integer> settings) {
    int best = -1;
    int most = 0;
    for (int candidate : candidates) {
      int shared = settings.getOrDefault(comparison.models().get(candidate).promptSettings(), 0);
      if (shared > most) {
        best = candidate;
        most = shared;
      }
    }
    return best;
  }

  ComparisonResult comparison() {
    return comparison;
  }

  /** Moments of a model's instance scores; null if it takes no part or has no score. */
  @Nullable ExactMoments moments(int model) {
    ExactMoments found = moments[model];
    return found == null || found.count() == 0 ? null : found;
  }

  /** Instances of a model without a score. */
  long missing(int model) {
    return positions[model] < 0 ? 0 : comparison.models().get(positions[model]).nMissing();
  }

  /** Means by model, NaN where there is none. */
  double[] means() {
    double[] means = new double[positions.length];
    Arrays.setAll(
        means,
        i -> {
          ExactMoments found = moments(i);
          Double mean = found == null ? null : found.mean();
          return mean == null ? Double.NaN : mean;
        });
    return means;
  }

  /**
   * Identifiers of the entrants that count, by model of the benchmark; null if it takes no part.
   */
  List<@Nullable String> entrants() {
    List<@Nullable String> ids = new ArrayList<>();
    for (int position : positions) {
      ids.add(position < 0 ? null : Entrant.of(comparison.models().get(position)).id());
    }
    return ids;
  }

  /** Positions in the benchmark of the models of the comparison; -1 for those that do not count. */
  int[] modelPositions() {
    int[] inverse = new int[comparison.models().size()];
    Arrays.fill(inverse, -1);
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] >= 0) {
        inverse[positions[i]] = i;
      }
    }
    return inverse;
  }

  List<BenchmarkModel> models() {
    return models;
  }
}
