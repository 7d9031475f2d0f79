package io.evalbeam.transforms.impute;

import io.evalbeam.schemas.reference.BenchmarkKind;
import io.evalbeam.schemas.tracking.ImputationValidation;
import io.evalbeam.schemas.tracking.ImputationVerdict;
import io.evalbeam.schemas.tracking.ReferencePoint;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One regression with what cross-validation says about it.
 *
 * @param validation one row of the report
 * @param regression null when it could not be fitted
 * @param leftOut predictions of each reference model by a fit without it; empty if not fitted
 * @param rows the reference models
 */
record FittedBenchmark(
    ImputationValidation validation,
    @Nullable BenchmarkRegression regression,
    List<Prediction> leftOut,
    ReferenceRows rows) {
  /** Fewest reference models for a regression. */
  static final int LEAST_REFERENCES = 8;

  /** Fits one regression and leaves out each reference in turn. */
  static FittedBenchmark fit(
      String benchmark,
      BenchmarkKind kind,
      ReferenceRows rows,
      boolean withReleaseDate,
      List<ReferencePoint> references) {
    double[] scores = rows.scores();
    double[] target = rows.log10Flop(references);
    double[] sigma = rows.sigma(references);
    if (rows.size() < LEAST_REFERENCES) {
      return unfitted(benchmark, withReleaseDate, kind, rows, ImputationVerdict.TOO_FEW_REFERENCES);
    }
    BenchmarkScale scale = BenchmarkScale.of(kind, scores);
    if (!(scale.spread() > 0)) {
      return unfitted(benchmark, withReleaseDate, kind, rows, ImputationVerdict.NO_SPREAD);
    }
    double[] standardized = Arrays.stream(scores).map(scale::standardized).toArray();
    double[] years = withReleaseDate ? rows.releaseYears(references) : new double[0];
    double dateCenter = withReleaseDate ? Arrays.stream(years).sum() / years.length : 0;
    double[][] columns =
        withReleaseDate
            ? new double[][] {
              standardized, Arrays.stream(years).map(year -> year - dateCenter).toArray()
            }
            : new double[][] {standardized};
    Optional<RobustRegression> fitted = RobustRegression.fit(columns, target, sigma);
    if (fitted.isEmpty()) {
      return unfitted(benchmark, withReleaseDate, kind, rows, ImputationVerdict.NO_SPREAD);
    }
    RidgeRegression ridge = fitted.get().regression();
    BenchmarkRegression regression =
        new BenchmarkRegression(
            benchmark,
            scale,
            withReleaseDate ? dateCenter : null,
            boxed(ridge.coefficients()),
            Stream.of(ridge.covariance()).map(FittedBenchmark::boxed).toList(),
            fitted.get().residualSd(),
            target.length - columns.length - 1);
    return validated(regression, ridge, rows, target, sigma);
  }

  /** Whether the regression is good enough to impute with. */
  boolean isUsed() {
    return validation.verdict() == ImputationVerdict.USED;
  }

  /** The same with another verdict. */
  FittedBenchmark judged(ImputationVerdict verdict) {
    return new FittedBenchmark(validation.judged(verdict), regression, leftOut, rows);
  }

  private static FittedBenchmark validated(
      BenchmarkRegression regression,
      RidgeRegression ridge,
      ReferenceRows rows,
      double[] target,
      double[] sigma) {
    double[] errors = ridge.leaveOneOutResiduals();
    Prediction[] leftOut = new Prediction[target.length];
    double residualVariance = regression.residualSd() * regression.residualSd();
    for (int i = 0; i < leftOut.length; i++) {
      double variance = residualVariance + ridge.leaveOneOutParameterVariance(i);
      leftOut[i] =
          new Prediction(target[i] - errors[i], Math.sqrt(variance), regression.degreesOfFreedom());
    }
    Comparison comparison = Comparison.of(errors, target);
    // More compute never makes a model worse. A falling line says that the references differ in
    // something else, which must not be extrapolated.
    double slope = regression.coefficients().get(1);
    ImputationVerdict verdict =
        slope <= 0
            ? ImputationVerdict.SLOPE_NOT_POSITIVE
            : comparison.beatsConstant()
                ? ImputationVerdict.USED
                : ImputationVerdict.NOT_BETTER_THAN_CONSTANT;
    ImputationValidation validation =
        new ImputationValidation(
            regression.benchmark(),
            regression.withReleaseDate(),
            regression.scale().kind(),
            target.length,
            slope * regression.scale().slopeUnit(),
            comparison.medianFold(),
            comparison.constantMedianFold(),
            comparison.rmse(),
            comparison.constantRmse(),
            coverage(leftOut, target, sigma),
            comparison.beatsConstant(),
            verdict);
    return new FittedBenchmark(validation, regression, List.of(leftOut), rows);
  }

  /** Share of known values inside their 90 % interval, their own error included. */
  static double coverage(Prediction[] leftOut, double[] target, double[] sigma) {
    int inside = 0;
    for (int i = 0; i < target.length; i++) {
      double error = target[i] - leftOut[i].mean();
      double deviation = Math.hypot(leftOut[i].standardDeviation(), sigma[i]);
      if (Math.abs(error) <= StudentT.quantile95(leftOut[i].degreesOfFreedom()) * deviation) {
        inside++;
      }
    }
    return (double) inside / target.length;
  }

  private static FittedBenchmark unfitted(
      String benchmark,
      boolean withReleaseDate,
      BenchmarkKind kind,
      ReferenceRows rows,
      ImputationVerdict verdict) {
    ImputationValidation validation =
        new ImputationValidation(
            benchmark,
            withReleaseDate,
            kind,
            rows.size(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            verdict);
    return new FittedBenchmark(validation, null, List.of(), rows);
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
