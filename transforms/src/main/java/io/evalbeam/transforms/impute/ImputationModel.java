package io.evalbeam.transforms.impute;

import io.evalbeam.schemas.reference.BenchmarkCatalog;
import io.evalbeam.schemas.reference.BenchmarkKind;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ReferencePoint;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Training compute from benchmark scores, fitted on models with a direct estimate. A few numbers
 * per benchmark, however many models it was fitted on.
 *
 * @param kinds what the scores of each benchmark mean
 * @param regressions those that beat the best constant; of one benchmark, the preferred one first
 * @param correlations of their errors, in the same order
 * @param constants what stands in for models of a benchmark without a usable regression
 * @param report leave-one-out errors
 */
public record ImputationModel(
    SortedMap<String, BenchmarkKind> kinds,
    List<BenchmarkRegression> regressions,
    List<List<Double>> correlations,
    SortedMap<String, BestConstant> constants,
    ImputationReport report)
    implements Serializable {

  public ImputationModel {
    kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    regressions = List.copyOf(regressions);
    correlations = correlations.stream().map(List::copyOf).toList();
    constants = Collections.unmodifiableSortedMap(new TreeMap<>(constants));
  }

  /**
   * Fits on reference models; their order does not matter. Time and memory grow linearly with their
   * number.
   *
   * @throws IllegalArgumentException when two references are of one entity
   */
  public static ImputationModel fit(List<ReferencePoint> references, BenchmarkCatalog catalog) {
    return ImputationFit.fit(references, catalog);
  }

  /**
   * Imputes the training compute of a model; priority 0, not chosen. Empty when no benchmark of the
   * model has at least three reference models.
   */
  public Optional<FlopEstimate> impute(EntityEvidence evidence) {
    SortedMap<String, MedianScore> scores = MedianScore.of(evidence.scores(), kinds);
    Double releaseYear = ReleaseYear.of(evidence.facts());
    List<Integer> applicable = applicable(scores, releaseYear);
    return applicable.isEmpty()
        ? byConstant(evidence, scores)
        : byRegression(evidence, scores, releaseYear, applicable);
  }

  private List<Integer> applicable(
      SortedMap<String, MedianScore> scores, @Nullable Double releaseYear) {
    List<Integer> applicable = new ArrayList<>();
    String previous = null;
    for (int i = 0; i < regressions.size(); i++) {
      BenchmarkRegression regression = regressions.get(i);
      if (scores.containsKey(regression.benchmark())
          && !regression.benchmark().equals(previous)
          && regression.applies(releaseYear)) {
        applicable.add(i);
        previous = regression.benchmark();
      }
    }
    return applicable;
  }

  private Optional<FlopEstimate> byRegression(
      EntityEvidence evidence,
      SortedMap<String, MedianScore> scores,
      @Nullable Double releaseYear,
      List<Integer> applicable) {
    List<ImputedPart> parts = new ArrayList<>();
    List<Prediction> predictions = new ArrayList<>();
    for (int index : applicable) {
      BenchmarkRegression regression = regressions.get(index);
      MedianScore score = scores.get(regression.benchmark());
      if (score != null) {
        Prediction prediction = regression.predict(score.value(), releaseYear);
        predictions.add(prediction);
        parts.add(new ImputedPart(regression, score, prediction));
      }
    }
    double[][] selected = new double[applicable.size()][applicable.size()];
    for (int i = 0; i < selected.length; i++) {
      for (int j = 0; j < selected.length; j++) {
        selected[i][j] = correlations.get(applicable.get(i)).get(applicable.get(j));
      }
    }
    Combination combination = Combination.of(predictions, selected);
    return new ImputedEstimate(evidence, report).ofRegression(parts, combination, releaseYear);
  }

  private Optional<FlopEstimate> byConstant(
      EntityEvidence evidence, SortedMap<String, MedianScore> scores) {
    MedianScore widest = null;
    BestConstant constant = null;
    for (MedianScore score : scores.values()) {
      BestConstant candidate = constants.get(score.benchmark());
      if (candidate != null
          && (constant == null || candidate.references() > constant.references())) {
        widest = score;
        constant = candidate;
      }
    }
    return widest == null || constant == null
        ? Optional.empty()
        : new ImputedEstimate(evidence, report).ofConstant(widest, constant);
  }
}
