package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * Tables to make of the complete state.
 *
 * @param tables which
 * @param buckets files of all buckets, in their order
 */
@DefaultSchema(RecordSchemaProvider.class)
public record PublicationTask(TableSet tables, List<BucketFiles> buckets) {
  public PublicationTask {
    buckets = List.copyOf(buckets);
  }
}
