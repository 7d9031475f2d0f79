package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.beam.sdk.transforms.DoFn;

/** Reads the statistics of a shard, as far as its runs are wanted. */
final class ReadShard extends DoFn<PartRead, CellStatistics> {
  private static final Table<CellStatistics> STATISTICS = Table.of(CellStatistics.class);

  @ProcessElement
  public void process(@Element PartRead part, OutputReceiver<CellStatistics> out)
      throws IOException {
    Set<String> wanted = new HashSet<>(part.runs());
    try (TableFileReader<CellStatistics> reader = new TableFileReader<>(STATISTICS, part.path())) {
      for (CellStatistics row = reader.read(); row != null; row = reader.read()) {
        if (wanted.contains(PartRead.run(row.runName(), row.runHash()))) {
          out.output(row);
        }
      }
    }
  }
}
