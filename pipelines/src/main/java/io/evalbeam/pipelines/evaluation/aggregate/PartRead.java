package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * Statistics of a shard to read.
 *
 * @param path statistics file
 * @param runs runs whose rows are wanted, as name, line break, hash
 */
@DefaultSchema(RecordSchemaProvider.class)
public record PartRead(String path, List<String> runs) {
  public PartRead {
    runs = List.copyOf(runs);
  }

  static String run(String name, String hash) {
    return name + "\n" + hash;
  }
}
