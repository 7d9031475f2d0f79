package io.evalbeam.io.evaluation.everyeval;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.run.StagedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the aggregate of a run. Where the standard wants a statement that no run makes (who
 * evaluated, how the model was deployed) it says so instead of guessing.
 */
final class AggregateWriter {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String UNKNOWN = "unknown";

  private final ExportedRun run;
  private final String library;

  AggregateWriter(ExportedRun run, String library) {
    this.run = run;
    this.library = library;
  }

  /** The bytes of the aggregate; the samples are null when no response has a score. */
  byte[] write(List<ExportedResult> results, @Nullable StagedFile samples, RunCounts counts)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.setPrettyPrinter(printer());
      json.writeStartObject();
      json.writeStringField("schema_version", EveryEvalVersions.WRITTEN);
      JsonOutput.text(json, "evaluation_id", run.evaluationId());
      JsonOutput.text(json, "evaluation_timestamp", counts.evaluatedAt());
      JsonOutput.text(json, "retrieved_timestamp", run.retrievedAt());
      writeSource(json, counts);
      json.writeObjectFieldStart("eval_library");
      JsonOutput.text(json, "name", library);
      json.writeStringField("version", UNKNOWN);
      json.writeEndObject();
      writeModel(json);
      json.writeArrayFieldStart("evaluation_results");
      ResultWriter writer = new ResultWriter(json, run.header());
      for (ExportedResult result : results) {
        writer.write(result);
      }
      json.writeEndArray();
      if (samples != null) {
        writeSamples(json, samples);
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return bytes.toByteArray();
  }

  private void writeSource(JsonGenerator json, RunCounts counts) throws IOException {
    RunHeader header = run.header();
    json.writeObjectFieldStart("source_metadata");
    JsonOutput.text(json, "source_name", header.source());
    json.writeStringField("source_type", "evaluation_run");
    json.writeStringField("source_organization_name", UNKNOWN);
    json.writeStringField("evaluator_relationship", "other");
    json.writeObjectFieldStart("additional_details");
    JsonOutput.text(json, "release", header.release());
    JsonOutput.text(json, "suite", header.suite());
    JsonOutput.text(json, "benchmark", header.benchmark());
    JsonOutput.text(json, "run_name", header.runName());
    JsonOutput.text(json, "run_hash", run.run().runHash());
    JsonOutput.text(json, "rejected_responses", counts.outcome().rejectedResponses());
    JsonOutput.text(json, "unscored_responses", counts.unscored());
    JsonOutput.text(json, "figures_verified", counts.outcome().verified());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeModel(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("model_info");
    JsonOutput.text(json, "name", run.header().modelName());
    JsonOutput.text(json, "id", run.modelId());
    JsonOutput.text(json, "developer", run.run().model().developer());
    json.writeObjectFieldStart("additional_details");
    json.writeStringField("deployment_type", UNKNOWN);
    json.writeStringField("model_availability", UNKNOWN);
    JsonOutput.text(json, AggregateFields.MODEL_DEPLOYMENT, run.header().modelDeployment());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeSamples(JsonGenerator json, StagedFile samples) throws IOException {
    json.writeObjectFieldStart("detailed_evaluation_results");
    json.writeStringField("format", "jsonl");
    json.writeStringField("file_path", run.samplesPath());
    json.writeStringField("hash_algorithm", "sha256");
    json.writeStringField("checksum", samples.sha256());
    json.writeNumberField("total_rows", samples.rows());
    json.writeEndObject();
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
  }
}
