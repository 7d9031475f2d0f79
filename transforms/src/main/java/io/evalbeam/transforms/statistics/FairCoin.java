package io.evalbeam.transforms.statistics;

import java.math.BigInteger;

/** Tails of the binomial distribution with probability one half. */
final class FairCoin {
  // Up to here integers are cheap; beyond, the saddle point has all the digits.
  private static final long MOST_EXACT = 128;

  private FairCoin() {}

  /**
   * {@code sum_{i=0}^{k} C(n, i) / 2^n}: rounded once up to 128 throws, to a relative error below
   * 1e-12 for more. Time grows with the square root of n.
   *
   * @param k at least 0 and less than {@code n / 2}, so that terms fall from k downwards
   */
  static double lowerTail(long k, long n) {
    return n <= MOST_EXACT ? exactTail(k, (int) n) : summedTail(k, n);
  }

  private static double exactTail(long k, int n) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger term = BigInteger.ONE;
    for (int i = 0; i <= k; i++) {
      sum = sum.add(term);
      term = term.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
    }
    return Math.scalb(sum.doubleValue(), -n);
  }

  /** Sums ratios to the last term, from it downwards, until they no longer count. */
  private static double summedTail(long k, long n) {
    double sum = 1;
    double term = 1;
    for (long i = k; i > 0 && term > sum * 0x1p-54; i--) {
      term *= (double) i / (n - i + 1);
      sum += term;
    }
    return sum * SaddlePoint.binomial((double) k, (double) (n - k), 0.5, 0.5);
  }
}
