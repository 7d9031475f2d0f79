package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.schemas.evaluation.RunFile;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;

/**
 * Where shards begin in their data set. Keys start again at 0 in each shard: the offset is the
 * length of the shards before. Behind a missing or cut shard it is the shard's number times the
 * length that all shards but the last have.
 */
final class ShardOffsets {
  /** The offset cannot be known. */
  static final long UNKNOWN = -1;

  private final SortedMap<Integer, RunFile> shards;
  private boolean complete = true;
  private int expected;
  private long before;
  private long step = UNKNOWN;

  ShardOffsets(SortedMap<Integer, RunFile> shards) {
    this.shards = shards;
  }

  /** Offset of the next shard; shards are asked for in order. */
  long of(int shard) throws IOException, DamagedRunException {
    if (complete && shard == expected) {
      return before;
    }
    complete = false;
    if (step == UNKNOWN) {
      step = lengthFrom(shard);
    }
    return step == UNKNOWN ? UNKNOWN : shard * step;
  }

  /** Takes the length of the shard that was just read. */
  void read(int shard, PredictionsReader.Read read) {
    boolean intact = read.end().fault().isEmpty();
    complete &= intact;
    expected = shard + 1;
    before += read.entries();
    if (intact && step == UNKNOWN && shard != shards.lastKey()) {
      step = read.entries();
    }
  }

  private long lengthFrom(int first) throws IOException, DamagedRunException {
    // The last shard is shorter than the others and tells nothing.
    for (Map.Entry<Integer, RunFile> shard : shards.subMap(first, shards.lastKey()).entrySet()) {
      PredictionsReader.Read read = PredictionsReader.count(shard.getValue());
      if (read.end().fault().isEmpty()) {
        return read.entries();
      }
    }
    return UNKNOWN;
  }
}
