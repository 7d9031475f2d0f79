package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * Runs whose rows move from an old part to a new one.
 *
 * @param part number of the old part
 * @param runs register entries of the runs, in the order of the old part
 */
@DefaultSchema(RecordSchemaProvider.class)
public record PartCopy(int part, List<RunEntry> runs) {
  public PartCopy {
    runs = List.copyOf(runs);
  }
}
