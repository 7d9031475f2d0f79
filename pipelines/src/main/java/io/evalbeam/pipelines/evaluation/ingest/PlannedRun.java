package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunStatus;
import io.evalbeam.schemas.table.RecordSchemaProvider;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/** A run to be read, and whether its rows will count. */
@DefaultSchema(RecordSchemaProvider.class)
public record PlannedRun(FoundRun run, RunStatus status) {}
