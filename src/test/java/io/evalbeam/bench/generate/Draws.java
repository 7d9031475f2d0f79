package io.evalbeam.bench.generate;

/**
 * Random numbers by place instead of by order: a number depends on the seed and on three
 * coordinates alone, so that data can be made in any order, by any number of threads.
 *
 * <p>The mixing function is that of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
 *
 * @param seed of everything random
 */
public record Draws(long seed) {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  /** 64 random bits. */
  public long bits(Kind kind, long first, long second) {
    long mixed = mix(seed + GOLDEN * (kind.number + 1));
    mixed = mix(mixed + GOLDEN * (first + 1));
    return mix(mixed + GOLDEN * (second + 1));
  }

  /** Uniform in [0, 1). */
  public double uniform(Kind kind, long first, long second) {
    return (bits(kind, first, second) >>> 11) * UNIT;
  }

  /** Uniform in 0 to bound - 1. */
  public int below(int bound, Kind kind, long first, long second) {
    return (int) (uniform(kind, first, second) * bound);
  }

  /** Logistic with location 0 and scale 1: what abilities and difficulties look like. */
  public double logistic(Kind kind, long first, long second) {
    double uniform = uniform(kind, first, second) + UNIT / 2;
    return StrictMath.log(uniform / (1 - uniform));
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** What a number is for; numbers of different kinds are independent. */
  public enum Kind {
    TEXT(0),
    RIGHT_OPTION(1),
    ABILITY(2),
    DIFFICULTY(3),
    ANSWER(4),
    WRONG_OPTION(5),
    RUNTIME(6),
    TIME(7),
    CONTENT(8),
    LENGTH(9);

    private final int number;

    Kind(int number) {
      this.number = number;
    }
  }
}
