package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** What is kept of one unit of comparison so that a new run costs what that run costs. */
@TableSpec(
    name = "comparison_states",
    description =
        "One row per unit of comparison: scores of all its models by instance, and the sums of"
            + " every pair.",
    key = {"benchmark", "task", "adapter_method", "shots", "metric", "split", "sub_split"})
@DefaultSchema(RecordSchemaProvider.class)
@SuppressWarnings("ArrayRecordComponent") // rows are written and read, never compared
public record ComparisonState(
    @SchemaFieldDescription("Benchmark.") String benchmark,
    @SchemaFieldDescription("Task.") String task,
    @SchemaFieldDescription("Adapter method.") @Nullable String adapterMethod,
    @SchemaFieldDescription("Demonstrations asked for.") @Nullable Integer shots,
    @SchemaFieldDescription("Metric.") String metric,
    @SchemaFieldDescription("Split.") @Nullable String split,
    @SchemaFieldDescription("Sub-split.") @Nullable String subSplit,
    @SchemaFieldDescription("State in its own canonical form.") byte[] state) {}
