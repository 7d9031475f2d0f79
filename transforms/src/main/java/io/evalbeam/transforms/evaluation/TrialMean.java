package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.math.ExactMoments;
import java.util.Objects;

/** Mean and variance of one instance's scores over its trials. */
final class TrialMean {
  private TrialMean() {}

  /**
   * The exact sum of finite scores divided by their number, rounded once; never -0.0.
   *
   * @param count number of scores, at least 1
   */
  static double of(double[] scores, int count) {
    double sum = scores[0];
    for (int i = 1; i < count; i++) {
      double score = scores[i];
      double next = sum + score;
      // Knuth's two-sum: the rounding error of the addition, exactly; NaN after an overflow.
      double part = next - sum;
      double error = (sum - (next - part)) + (score - part);
      if (error != 0) {
        return exactly(scores, count);
      }
      sum = next;
    }
    return sum / count + 0.0;
  }

  /**
   * Sample variance (divisor T - 1) around the mean, summed up in the order of the scores; infinite
   * when it is beyond the range of doubles.
   *
   * @param count number of scores, at least 2
   */
  static double variance(double[] scores, int count, double mean) {
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double deviation = scores[i] - mean;
      squares += deviation * deviation;
    }
    return squares / (count - 1);
  }

  private static double exactly(double[] scores, int count) {
    ExactMoments moments = new ExactMoments();
    for (int i = 0; i < count; i++) {
      moments.add(scores[i]);
    }
    return Objects.requireNonNull(moments.mean()) + 0.0;
  }
}
