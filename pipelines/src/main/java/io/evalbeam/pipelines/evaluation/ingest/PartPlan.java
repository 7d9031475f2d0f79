package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * One part to write: runs that are read, or rows that are copied from older parts.
 *
 * @param number number of the part, never used before
 * @param runs runs to read, in the order of the rows
 * @param copies rows to copy, in order
 */
@DefaultSchema(RecordSchemaProvider.class)
public record PartPlan(int number, List<PlannedRun> runs, List<PartCopy> copies) {
  public PartPlan {
    runs = List.copyOf(runs);
    copies = List.copyOf(copies);
  }
}
