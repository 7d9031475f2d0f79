package io.evalbeam.transforms.statistics;

/**
 * The exact sign test (Arbuthnott 1710; Dixon and Mood 1946). For two models with scores 0 and 1 it
 * is McNemar's test (1947) in its exact form.
 */
public final class SignTest {
  private SignTest() {}

  /**
   * Two-sided p: {@code min(1, 2 sum_{i=0}^{min(b,c)} C(b+c, i) / 2^(b+c))}, and 1 if {@code b + c
   * = 0}. Rounded once up to {@code b + c = 128}, relative error below 1e-12 beyond.
   *
   * @param positive b, number of instances with a positive difference
   * @param negative c, number of instances with a negative difference; ties do not count
   * @return in [0, 1]; 0 only below the smallest double
   * @throws IllegalArgumentException when a number is negative
   */
  public static double exactP(long positive, long negative) {
    if (positive < 0 || negative < 0) {
      throw new IllegalArgumentException("negative number of differences");
    }
    // With equal numbers both tails share the middle; with one more their halves make the whole.
    if (Math.abs(positive - negative) <= 1) {
      return 1;
    }
    return 2 * FairCoin.lowerTail(Math.min(positive, negative), positive + negative);
  }
}
