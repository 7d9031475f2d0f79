package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Waits for all buckets; gives a task for each set of tables. */
final class PlanPublication extends DoFn<KV<Integer, Iterable<byte[]>>, PublicationTask> {
  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<byte[]>> all, OutputReceiver<PublicationTask> out) {
    List<BucketFiles> buckets =
        PackedRows.unpackAll(RecordCoders.of(BucketFiles.class), all.getValue());
    buckets.sort(Comparator.comparingInt(BucketFiles::bucket));
    for (TableSet tables : TableSet.values()) {
      out.output(new PublicationTask(tables, buckets));
    }
  }
}
