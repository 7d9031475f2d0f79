package io.evalbeam.transforms.impute;

/** Student's t distribution. */
final class StudentT {
  /** 95 % quantile of the standard normal distribution. */
  static final double NORMAL_95 = 1.6448536269514722;

  private StudentT() {}

  /**
   * 95 % quantile, by the expansion of Abramowitz and Stegun 26.7.5; off by less than 0.3 % at two
   * degrees of freedom and 0.05 % from three on.
   *
   * @param degrees degrees of freedom, at least 2, not necessarily whole
   */
  static double quantile95(double degrees) {
    double z = NORMAL_95;
    double z2 = z * z;
    double g1 = z * (z2 + 1) / 4;
    double g2 = z * ((5 * z2 + 16) * z2 + 3) / 96;
    double g3 = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    double g4 = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    return z + (g1 + (g2 + (g3 + g4 / degrees) / degrees) / degrees) / degrees;
  }
}
