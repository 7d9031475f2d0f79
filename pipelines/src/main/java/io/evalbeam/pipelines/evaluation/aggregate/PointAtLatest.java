package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.publish.Json;
import io.evalbeam.io.publish.StagedBytes;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Writes the pointer at the tables of one moment, once they are all there. */
final class PointAtLatest extends DoFn<KV<Integer, Iterable<byte[]>>, StagedFile> {
  private final AggregateSettings settings;
  private final String staging;

  PointAtLatest(AggregateSettings settings, String staging) {
    this.settings = settings;
    this.staging = staging;
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<byte[]>> tables, OutputReceiver<StagedFile> out)
      throws IOException {
    List<StagedFile> files =
        PackedRows.unpackAll(RecordCoders.of(StagedFile.class), tables.getValue());
    out.output(
        StagedBytes.write(
            staging,
            settings.layout().latest(),
            "latest",
            1,
            Json.write(LatestStatistics.of(settings, files))));
  }
}
