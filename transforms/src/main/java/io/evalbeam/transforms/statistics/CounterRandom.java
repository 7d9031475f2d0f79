package io.evalbeam.transforms.statistics;

import io.evalbeam.schemas.table.Sha256;

/**
 * Random numbers that depend on nothing but what names them: a SplitMix64 stream (Steele, Lea and
 * Flood 2014) that starts where the hash of (seed, key, replicate) says. Not thread-safe.
 */
final class CounterRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final long REPLICATE_GAMMA = 0xD1342543DE82EF95L;

  private long state;

  /** The stream after a state. */
  CounterRandom(long state) {
    this.state = state;
  }

  /** The starting point of all streams with a seed and a key; to be given to {@link #replicate}. */
  static long origin(long seed, String key) {
    return Long.parseUnsignedLong(Sha256.of(seed + "\n" + key).substring(0, 16), 16);
  }

  /** The stream of one replicate. */
  static CounterRandom replicate(long origin, long replicate) {
    return new CounterRandom(mix(origin + mix(replicate * REPLICATE_GAMMA)));
  }

  /** The next 64 bits. */
  long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /**
   * A position below the bound, each equally likely (Lemire 2019).
   *
   * @param bound positive
   */
  int nextBelow(int bound) {
    while (true) {
      long product = (next() >>> 32) * bound;
      long fraction = product & 0xFFFF_FFFFL;
      // The first test is cheap and almost always enough; the second makes it exact.
      if (fraction >= bound || fraction >= (1L << 32) % bound) {
        return (int) (product >>> 32);
      }
    }
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
