package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate figure as a run reports it, beside what is recomputed from its responses.
 *
 * @param value the figure; null unless the status is OK
 * @param supersededBy newer report of the same directory that counts instead; null if none
 */
@TableSpec(
    name = "reported_scores",
    description = "One row per aggregate figure that a run reports about itself.",
    key = {
      "source",
      "benchmark",
      "run_name",
      "report",
      "dataset",
      "metric",
      "method",
      "model_name",
      "row"
    })
@DefaultSchema(RecordSchemaProvider.class)
public record ReportedScore(
    @SchemaFieldDescription("Collection.") String source,
    @SchemaFieldDescription("Benchmark asked for.") String benchmark,
    @SchemaFieldDescription("Run that reports.") String runName,
    @SchemaFieldDescription("Content hash of the run.") String runHash,
    @SchemaFieldDescription("Report inside the run: file or summary stamp.")
        @Nullable String report,
    @SchemaFieldDescription("Newer report that counts instead.") @Nullable String supersededBy,
    @SchemaFieldDescription("Model as found.") @Nullable String modelName,
    @SchemaFieldDescription("Data set, task or group as reported.") @Nullable String dataset,
    @SchemaFieldDescription("Version of the data set or prompt, as text.")
        @Nullable String datasetVersion,
    @SchemaFieldDescription("Metric as reported.") @Nullable String metric,
    @SchemaFieldDescription("Mode, filter or scorer.") @Nullable String method,
    @SchemaFieldDescription("Whether the figure is of a group of tasks.") boolean group,
    @SchemaFieldDescription("What the figure is.") ReportedStatus status,
    @SchemaFieldDescription("The figure in the report's own scale.") @Nullable Double value,
    @SchemaFieldDescription("Text in the report.") @Nullable String cell,
    @SchemaFieldDescription("Standard error as reported.") @Nullable Double standardError,
    @SchemaFieldDescription("Instances behind the figure.") @Nullable Long n,
    @SchemaFieldDescription("Direction, where stated.") @Nullable Boolean lowerIsBetter,
    @SchemaFieldDescription("Kind of anomaly.") @Nullable String kind,
    @SchemaFieldDescription("Row in the report from 1; 0 where rows have no order.") int row) {}
