package io.evalbeam.transforms.impute;

import io.evalbeam.schemas.tracking.ImputationValidation;
import io.evalbeam.schemas.tracking.ImputationVerdict;
import io.evalbeam.schemas.tracking.ReferencePoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Leave-one-out check of all used regressions together.
 *
 * @param validation the row about the combination
 * @param widening factor of at least 1 by which 90 % intervals grow so that nine of ten left-out
 *     references lie inside
 */
record CombinedValidation(ImputationValidation validation, double widening) {

  /** Checks at least one regression; those of one benchmark stand together, preferred first. */
  static CombinedValidation of(
      List<FittedBenchmark> used, double[][] correlations, List<ReferencePoint> references) {
    List<List<Integer>> regressionsOf = new ArrayList<>();
    List<List<Prediction>> predictionsOf = new ArrayList<>();
    for (int i = 0; i < references.size(); i++) {
      regressionsOf.add(new ArrayList<>(0));
      predictionsOf.add(new ArrayList<>(0));
    }
    for (int k = 0; k < used.size(); k++) {
      int[] entities = used.get(k).rows().entities();
      for (int i = 0; i < entities.length; i++) {
        List<Integer> regressions = regressionsOf.get(entities[i]);
        if (regressions.isEmpty()
            || !sameBenchmark(used, regressions.get(regressions.size() - 1), k)) {
          regressions.add(k);
          predictionsOf.get(entities[i]).add(used.get(k).leftOut().get(i));
        }
      }
    }
    List<Prediction> combined = new ArrayList<>();
    List<ReferencePoint> covered = new ArrayList<>();
    for (int i = 0; i < references.size(); i++) {
      if (!regressionsOf.get(i).isEmpty()) {
        combined.add(
            Combination.of(predictionsOf.get(i), select(correlations, regressionsOf.get(i)))
                .prediction());
        covered.add(references.get(i));
      }
    }
    return of(combined, covered);
  }

  /** Rows and columns of a matrix. */
  static double[][] select(double[][] matrix, List<Integer> indices) {
    double[][] selected = new double[indices.size()][indices.size()];
    for (int i = 0; i < selected.length; i++) {
      for (int j = 0; j < selected.length; j++) {
        selected[i][j] = matrix[indices.get(i)][indices.get(j)];
      }
    }
    return selected;
  }

  private static CombinedValidation of(List<Prediction> leftOut, List<ReferencePoint> references) {
    int count = leftOut.size();
    double[] target = references.stream().mapToDouble(ReferencePoint::log10Flop).toArray();
    double[] sigma = references.stream().mapToDouble(ReferencePoint::sigma).toArray();
    double[] errors = new double[count];
    double[] widths = new double[count];
    for (int i = 0; i < count; i++) {
      Prediction prediction = leftOut.get(i);
      errors[i] = target[i] - prediction.mean();
      widths[i] =
          Math.abs(errors[i])
              / StudentT.quantile95(prediction.degreesOfFreedom())
              / Math.hypot(prediction.standardDeviation(), sigma[i]);
    }
    Arrays.sort(widths);
    // Rank of jackknife intervals with finite-sample coverage, Barber et al., arXiv 1905.02928.
    int rank = Math.min(count, (int) Math.ceil(0.9 * (count + 1)));
    Comparison comparison = Comparison.of(errors, target);
    ImputationValidation validation =
        new ImputationValidation(
            ImputationValidation.COMBINED,
            false,
            null,
            count,
            null,
            comparison.medianFold(),
            comparison.constantMedianFold(),
            comparison.rmse(),
            comparison.constantRmse(),
            FittedBenchmark.coverage(leftOut.toArray(new Prediction[0]), target, sigma),
            comparison.beatsConstant(),
            comparison.beatsConstant()
                ? ImputationVerdict.USED
                : ImputationVerdict.NOT_BETTER_THAN_CONSTANT);
    return new CombinedValidation(validation, Math.max(1, widths[rank - 1]));
  }

  private static boolean sameBenchmark(List<FittedBenchmark> used, int left, int right) {
    return used.get(left).validation().benchmark().equals(used.get(right).validation().benchmark());
  }
}
