package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** A run that statistics are made of. */
@TableSpec(
    name = "aggregated_runs",
    description = "One row per run and content that the comprehensive statistics are made of.",
    key = {"benchmark", "task", "run_name", "run_hash"})
@DefaultSchema(RecordSchemaProvider.class)
public record AggregatedRun(
    @SchemaFieldDescription("Benchmark.") String benchmark,
    @SchemaFieldDescription("Task.") String task,
    @SchemaFieldDescription("Run name.") String runName,
    @SchemaFieldDescription("Content hash.") String runHash) {

  /** Text that groups all runs of one task. */
  public String taskKey() {
    return benchmark + "\n" + task;
  }
}
