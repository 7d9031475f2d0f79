package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** What one task adds to the comparisons over all tasks of its benchmark. */
@TableSpec(
    name = "task_totals",
    description = "One row per task: exact sums for comparisons over all tasks.",
    key = {"benchmark", "task"})
@DefaultSchema(RecordSchemaProvider.class)
public record TaskTotals(
    @SchemaFieldDescription("Benchmark.") String benchmark,
    @SchemaFieldDescription("Task.") String task,
    @SchemaFieldDescription("Pairs of models, by direction.") List<PairTotals> pairs,
    @SchemaFieldDescription("Wins by instance, by the models that answered.")
        List<WinTotals> wins) {

  public TaskTotals {
    pairs = List.copyOf(pairs);
    wins = List.copyOf(wins);
  }
}
