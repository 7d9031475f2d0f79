package io.evalbeam.transforms.impute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.reference.BenchmarkKind;
import io.evalbeam.transforms.impute.BestConstant.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegressionMathTest {

  @ParameterizedTest
  @CsvSource({"8, 1", "9, 2", "30, 2", "31, 1"})
  void closedFormEqualsRefittingWithoutEachRow(int count, int covariates) {
    Random random = new Random(count);
    double[][] columns = new double[covariates][count];
    double[] target = new double[count];
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      for (double[] column : columns) {
        column[i] = random.nextGaussian();
      }
      target[i] = 24 + columns[0][i] + random.nextGaussian();
      weights[i] = 0.2 + random.nextDouble();
    }
    double penalty = 0.7;
    RidgeRegression full = RidgeRegression.fit(columns, target, weights, penalty).orElseThrow();
    double[] closed = full.leaveOneOutResiduals();
    for (int i = 0; i < count; i++) {
      int left = i;
      double[][] others =
          Arrays.stream(columns).map(c -> without(c, left)).toArray(double[][]::new);
      RidgeRegression refit =
          RidgeRegression.fit(others, without(target, i), without(weights, i), penalty)
              .orElseThrow();
      double[] row = new double[covariates + 1];
      row[0] = 1;
      for (int k = 0; k < covariates; k++) {
        row[k + 1] = columns[k][i];
      }
      assertEquals(target[i] - RidgeRegression.dot(refit.coefficients(), row), closed[i], 1e-10);
      assertEquals(
          RidgeRegression.quadratic(refit.covariance(), row),
          full.leaveOneOutParameterVariance(i),
          1e-10);
    }
  }

  @Test
  void collinearColumnsHaveNoFit() {
    double[] ones = {1, 1, 1, 1};
    assertTrue(RidgeRegression.fit(new double[][] {ones}, ones, ones, 0).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 9, 10})
  void constantsLeaveOutEachRow(int count) {
    Random random = new Random(count);
    double[] target = random.ints(count, 0, 6).asDoubleStream().toArray();
    double[] mean = BestConstant.leaveOneOutErrors(target, Statistic.GEOMETRIC_MEAN);
    double[] median = BestConstant.leaveOneOutErrors(target, Statistic.MEDIAN);
    for (int i = 0; i < count; i++) {
      double[] others = without(target, i);
      assertEquals(target[i] - Arrays.stream(others).average().orElseThrow(), mean[i], 1e-12);
      assertEquals(target[i] - Order.median(others), median[i], 1e-12);
    }
  }

  // Tables of Student's t, one-sided 95 %.
  @ParameterizedTest
  @CsvSource({"3, 2.3534", "5, 2.0150", "10, 1.8125", "30, 1.6973", "1e9, 1.6449"})
  void quantilesOfStudent(double degrees, double expected) {
    assertEquals(expected, StudentT.quantile95(degrees), 0.0015);
  }

  @Test
  void quantileAtTwoDegreesIsNearlyRight() {
    assertEquals(2.9200, StudentT.quantile95(2), 0.01);
  }

  @Test
  void sharedErrorsCountOnce() {
    List<Prediction> alike = List.of(new Prediction(24, 0.5, 20), new Prediction(25, 0.5, 20));
    Combination independent = Combination.of(alike, new double[][] {{1, 0}, {0, 1}});
    assertEquals(24.5, independent.prediction().mean(), 1e-12);
    assertEquals(0.5 / Math.sqrt(2), independent.prediction().standardDeviation(), 1e-12);
    Combination correlated = Combination.of(alike, new double[][] {{1, 0.9}, {0.9, 1}});
    assertEquals(0.5 * Math.sqrt(0.95), correlated.prediction().standardDeviation(), 1e-12);
    assertEquals(20, correlated.prediction().degreesOfFreedom(), 1e-9);
  }

  @Test
  void noWeightIsNegative() {
    List<Prediction> unequal = List.of(new Prediction(24, 0.2, 20), new Prediction(26, 1, 20));
    Combination combination = Combination.of(unequal, new double[][] {{1, 0.9}, {0.9, 1}});
    assertEquals(List.of(1.0, 0.0), combination.weights());
    assertEquals(24, combination.prediction().mean());
  }

  @ParameterizedTest
  @EnumSource(BenchmarkKind.class)
  void scalesRiseAndStayFinite(BenchmarkKind kind) {
    double top = kind == BenchmarkKind.FRACTION ? 1 : 100;
    BenchmarkScale scale = BenchmarkScale.of(kind, new double[] {0, top / 3, top});
    double previous = Double.NEGATIVE_INFINITY;
    for (double score = 0; score <= top; score += top / 16) {
      double standardized = scale.standardized(score);
      assertTrue(standardized > previous && Double.isFinite(standardized));
      previous = standardized;
    }
    assertEquals(
        scale.standardizedWithinReach(1e300), scale.standardizedWithinReach(1e200), "saturates");
  }

  @Test
  void logitsAreSymmetric() {
    BenchmarkScale scale = BenchmarkScale.of(BenchmarkKind.PERCENT, new double[] {10, 50, 90});
    assertEquals(0, scale.center(), 1e-12);
    assertEquals(-scale.standardized(0), scale.standardized(100), 1e-12);
  }

  private static double[] without(double[] values, int index) {
    double[] others = new double[values.length - 1];
    System.arraycopy(values, 0, others, 0, index);
    System.arraycopy(values, index + 1, others, index, others.length - index);
    return others;
  }
}
