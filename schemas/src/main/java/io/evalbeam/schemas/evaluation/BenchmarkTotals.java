package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/**
 * What adds up over the tasks of a benchmark, for some of its tasks; totals of disjoint tasks add
 * up to those of all.
 */
@TableSpec(
    name = "benchmark_totals",
    description = "One row per benchmark: exact sums over tasks, for comparisons over all tasks.",
    key = {"benchmark"})
@DefaultSchema(RecordSchemaProvider.class)
public record BenchmarkTotals(
    @SchemaFieldDescription("Benchmark.") String benchmark,
    @SchemaFieldDescription("Pairs of models, by direction.") List<PairTotals> pairs,
    @SchemaFieldDescription("Wins by instance, by the models that answered.")
        List<WinTotals> wins) {

  public BenchmarkTotals {
    pairs = List.copyOf(pairs);
    wins = List.copyOf(wins);
  }
}
