package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Waits for all buckets; gives a task for each set of tables. */
final class PlanPublication extends DoFn<KV<Integer, Iterable<byte[]>>, PublicationTask> {
  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<byte[]>> all, OutputReceiver<PublicationTask> out) {
    List<BucketFiles> buckets = new ArrayList<>();
    all.getValue()
        .forEach(
            chunk -> PackedRows.unpack(RecordCoders.of(BucketFiles.class), chunk, buckets::add));
    buckets.sort(Comparator.comparingInt(BucketFiles::bucket));
    for (TableSet tables : TableSet.values()) {
      out.output(new PublicationTask(tables, buckets));
    }
  }
}
