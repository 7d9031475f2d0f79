package io.evalbeam.io.table;

import java.util.Locale;

/** File names of the shards of a table. */
final class ShardNames {
  private ShardNames() {}

  /** {@code models.parquet}, or {@code models-00003-of-00010.parquet} of several. */
  static String of(String table, int shard, int shards) {
    return shards == 1
        ? table + ".parquet"
        : String.format(Locale.ROOT, "%s-%05d-of-%05d.parquet", table, shard, shards);
  }
}
