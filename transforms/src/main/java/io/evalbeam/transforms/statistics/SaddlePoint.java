package io.evalbeam.transforms.statistics;

/**
 * Densities of the binomial and the Poisson distribution without overflow or cancellation, after C.
 * Loader, "Fast and accurate computation of binomial probabilities" (2000): factorials are written
 * by Stirling's formula, and its large terms are cancelled by hand before anything is
 * exponentiated. Arguments may be fractions, which makes these densities the leading factors of the
 * incomplete beta and gamma functions.
 */
final class SaddlePoint {
  // Above it six terms of Stirling's series are exact to the last bit.
  private static final double LARGE = 16;

  private SaddlePoint() {}

  /**
   * {@code C(x + y, x) p^x q^y}, with factorials of fractions as gamma functions.
   *
   * @param x not negative
   * @param y not negative
   * @param p in (0, 1)
   * @param q 1 - p, given apart because the difference may have lost its digits
   */
  static double binomial(double x, double y, double p, double q) {
    double n = x + y;
    if (x == 0) {
      return Math.exp(y * logOfOneLess(p, q));
    }
    if (y == 0) {
      return Math.exp(x * logOfOneLess(q, p));
    }
    double correction = stirlingError(n) - stirlingError(x) - stirlingError(y);
    double deviance = deviance(x, n * p) + deviance(y, n * q);
    return Math.exp(correction - deviance) * Math.sqrt(n / (2 * Math.PI * x * y));
  }

  /**
   * {@code mean^x e^-mean / x!}, with the factorial of a fraction as a gamma function.
   *
   * @param x not negative
   * @param mean positive
   */
  static double poisson(double x, double mean) {
    if (x == 0) {
      return Math.exp(-mean);
    }
    return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
  }

  /** ln q = ln (1 - p), by whichever of the two has more digits. */
  private static double logOfOneLess(double p, double q) {
    return p < 0.5 ? Math.log1p(-p) : Math.log(q);
  }

  /**
   * {@code ln x! - ln(sqrt(2 pi x) (x/e)^x)} for positive x: what Stirling's formula leaves out.
   */
  static double stirlingError(double x) {
    double shifted = 0;
    double at = x;
    while (at < LARGE) {
      shifted += (at + 0.5) * Math.log1p(1 / at) - 1;
      at++;
    }
    double square = 1 / (at * at);
    double series =
        1.0 / 12
            - square
                * (1.0 / 360
                    - square
                        * (1.0 / 1260
                            - square
                                * (1.0 / 1680 - square * (1.0 / 1188 - square * 691.0 / 360360))));
    return shifted + series / at;
  }

  /**
   * {@code x ln(x / mean) + mean - x}, exact to the last bits also where x is close to the mean.
   */
  private static double deviance(double x, double mean) {
    double difference = x - mean;
    if (!(Math.abs(difference) < 0.1 * (x + mean))) {
      return x * Math.log(x / mean) - difference;
    }
    double ratio = difference / (x + mean);
    double sum = difference * ratio;
    double term = 2 * x * ratio;
    double square = ratio * ratio;
    for (int odd = 3; ; odd += 2) {
      term *= square;
      double next = sum + term / odd;
      if (next == sum) {
        return sum;
      }
      sum = next;
    }
  }
}
