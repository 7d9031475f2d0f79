package io.evalbeam.schemas.table;

/**
 * Hash buckets. Runners pay for every key of a grouping, so work on many keys is grouped by bucket
 * and sorted out inside. The assignment depends on the key alone, never on parallelism.
 */
public final class Buckets {
  private Buckets() {}

  /** Bucket in [0, buckets) of a key; stable across Java versions, as String.hashCode is. */
  public static int of(String key, int buckets) {
    int hash = key.hashCode() * 0x9E3779B9;
    return Math.floorMod(hash ^ (hash >>> 16), buckets);
  }
}
