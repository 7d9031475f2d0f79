package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * Shards that one worker reads in turn: some ten kilobytes each, of which a runner's work for an
 * element would be the greater part.
 *
 * @param shards what to read, at least one
 */
@DefaultSchema(RecordSchemaProvider.class)
public record ShardBatch(List<PartRead> shards) {
  /** As many as many workers can share, and few enough that their number costs nothing. */
  static final int BATCHES = 32;

  public ShardBatch {
    shards = List.copyOf(shards);
  }

  /** Divides shards into batches of nearly equal numbers. */
  static List<ShardBatch> of(List<PartRead> shards) {
    int batches = Math.min(BATCHES, shards.size());
    List<ShardBatch> result = new ArrayList<>();
    for (int i = 0; i < batches; i++) {
      result.add(
          new ShardBatch(
              shards.subList(
                  (int) ((long) shards.size() * i / batches),
                  (int) ((long) shards.size() * (i + 1) / batches))));
    }
    return result;
  }
}
