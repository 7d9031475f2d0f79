package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.transforms.DoFn;

/** Reads the statistics of shards, each in the order of tasks, as far as their runs are wanted. */
final class ReadShards extends DoFn<ShardBatch, TaskRows> {
  private static final Table<CellStatistics> STATISTICS = Table.of(CellStatistics.class);

  @ProcessElement
  public void process(@Element ShardBatch batch, OutputReceiver<TaskRows> out) throws IOException {
    for (PartRead shard : batch.shards()) {
      read(shard, out);
    }
  }

  private static void read(PartRead part, OutputReceiver<TaskRows> out) throws IOException {
    Set<String> wanted = new HashSet<>(part.runs());
    List<CellStatistics> task = new ArrayList<>();
    try (TableFileReader<CellStatistics> reader = new TableFileReader<>(STATISTICS, part.path())) {
      for (CellStatistics row = reader.read(); row != null; row = reader.read()) {
        if (wanted.contains(PartRead.run(row.runName(), row.runHash()))) {
          if (!task.isEmpty() && !task.get(0).task().equals(row.task())) {
            out.output(TaskRows.of(task));
            task.clear();
          }
          task.add(row);
        }
      }
    }
    if (!task.isEmpty()) {
      out.output(TaskRows.of(task));
    }
  }
}
