package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.table.RecordSchemaProvider;
import io.evalbeam.schemas.table.TableSpec;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/** Where the rows of a run lie and whether they count: the register of ingestion. */
@TableSpec(
    name = "runs",
    description =
        "One row per run and content that was ever ingested: the part its rows lie in, and whether"
            + " they count. Rows of a part count if and only if their run_hash is live here.",
    key = {"source", "benchmark", "run_name", "suite", "run_hash", "part"})
@DefaultSchema(RecordSchemaProvider.class)
public record RunEntry(
    @SchemaFieldDescription("Collection.") String source,
    @SchemaFieldDescription("Benchmark asked for.") String benchmark,
    @SchemaFieldDescription("Run name.") String runName,
    @SchemaFieldDescription("Suite.") @Nullable String suite,
    @SchemaFieldDescription("Release asked for.") @Nullable String release,
    @SchemaFieldDescription("Content hash.") String runHash,
    @SchemaFieldDescription("Whether the rows count.") RunStatus status,
    @SchemaFieldDescription("Number of the part with the rows.") int part,
    @SchemaFieldDescription("Task.") String task,
    @SchemaFieldDescription("Model as found.") String modelName,
    @SchemaFieldDescription("Identifier of the model.") String modelId,
    @SchemaFieldDescription("Rows in the detail part.") long responses,
    @SchemaFieldDescription("Rows in the reported scores.") long reportedScores,
    @SchemaFieldDescription("Rows that were left out, each with an issue.") long rejectedResponses,
    @SchemaFieldDescription(
            "Whether the means recomputed from the responses equal those the run reports; null if"
                + " there was nothing to compare.")
        @Nullable Boolean verified,
    @SchemaFieldDescription("Where it lay below the input.") String location,
    @SchemaFieldDescription("Bytes of its files.") long bytes,
    @SchemaFieldDescription("The moment the ingestion described.") String ingestedAt,
    @SchemaFieldDescription("What was wrong with it; sources are places inside the run.")
        List<Issue> issues) {

  public RunEntry {
    issues = List.copyOf(issues);
  }

  /** The same rows with another status and place. */
  public RunEntry at(RunStatus newStatus, String newLocation) {
    return copy(newStatus, part, newLocation);
  }

  /** The same rows in another part. */
  public RunEntry inPart(int newPart) {
    return copy(status, newPart, location);
  }

  private RunEntry copy(RunStatus newStatus, int newPart, String newLocation) {
    return new RunEntry(
        source,
        benchmark,
        runName,
        suite,
        release,
        runHash,
        newStatus,
        newPart,
        task,
        modelName,
        modelId,
        responses,
        reportedScores,
        rejectedResponses,
        verified,
        newLocation,
        bytes,
        ingestedAt,
        issues);
  }
}
