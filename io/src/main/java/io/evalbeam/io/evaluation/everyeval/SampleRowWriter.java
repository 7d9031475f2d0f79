package io.evalbeam.io.evaluation.everyeval;

import com.fasterxml.jackson.core.JsonGenerator;
import io.evalbeam.schemas.evaluation.Perturbation;
import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.TextStatus;
import java.io.IOException;
import java.util.List;

/**
 * Writes responses as rows of a samples file. The prompt with its demonstrations is not repeated in
 * every row; a text that is not there is empty, and {@code metadata.text_status} says why.
 */
final class SampleRowWriter {
  private final JsonGenerator json;
  private final ExportedRun run;

  SampleRowWriter(JsonGenerator json, ExportedRun run) {
    this.json = json;
    this.run = run;
  }

  /**
   * Writes a row.
   *
   * @param resultId the result of the aggregate that the score is part of
   * @param score finite
   * @param correct whether the score is as good as one can be
   */
  void write(Response response, String resultId, double score, boolean correct) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema_version", EveryEvalVersions.WRITTEN);
    JsonOutput.text(json, "evaluation_id", run.evaluationId());
    JsonOutput.text(json, "model_id", run.modelId());
    JsonOutput.text(json, "evaluation_name", run.header().task());
    JsonOutput.text(json, "evaluation_result_id", resultId);
    JsonOutput.text(json, "sample_id", response.instanceId());
    writeTexts(response);
    writeAttribution(response);
    json.writeObjectFieldStart("evaluation");
    json.writeNumberField("score", score);
    json.writeBooleanField("is_correct", correct);
    json.writeEndObject();
    writeCosts(response);
    writeMetadata(response);
    json.writeEndObject();
  }

  private void writeTexts(Response response) throws IOException {
    List<String> correct =
        response.references().stream()
            .filter(Reference::correct)
            .map(r -> JsonOutput.wellFormed(r.text()))
            .toList();
    String raw = response.rawInput();
    if (raw != null) {
      json.writeStringField("sample_hash", SampleHash.of(JsonOutput.wellFormed(raw), correct));
    }
    json.writeStringField("interaction_type", "single_turn");
    json.writeObjectFieldStart("input");
    JsonOutput.text(json, "raw", raw == null ? "" : raw);
    JsonOutput.texts(json, "reference", correct);
    if (correct.size() < response.references().size()) {
      JsonOutput.texts(
          json, "choices", response.references().stream().map(Reference::text).toList());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("output");
    String output = response.output();
    JsonOutput.texts(json, "raw", output == null ? List.of() : List.of(output));
    json.writeEndObject();
  }

  private void writeAttribution(Response response) throws IOException {
    json.writeArrayFieldStart("answer_attribution");
    if (response.mappedOutput() != null) {
      json.writeStartObject();
      json.writeNumberField("turn_idx", 0);
      json.writeStringField("source", "output.raw");
      JsonOutput.text(json, "extracted_value", response.mappedOutput());
      json.writeStringField("extraction_method", "mapped_output");
      json.writeBooleanField("is_terminal", true);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Token counts are all there or none in the standard; a single one goes to the metadata. */
  private void writeCosts(Response response) throws IOException {
    Long input = response.promptTokens();
    Long output = response.outputTokens();
    if (input != null && output != null && input >= 0 && output >= 0) {
      json.writeObjectFieldStart("token_usage");
      json.writeNumberField("input_tokens", input);
      json.writeNumberField("output_tokens", output);
      json.writeNumberField("total_tokens", input + output);
      json.writeEndObject();
    }
    Double seconds = response.runtimeSeconds();
    if (seconds != null && Double.isFinite(seconds) && seconds >= 0) {
      json.writeObjectFieldStart("performance");
      json.writeNumberField("latency_ms", seconds * SampleFields.MILLISECONDS);
      json.writeEndObject();
    }
  }

  private void writeMetadata(Response response) throws IOException {
    json.writeObjectFieldStart("metadata");
    JsonOutput.text(json, SampleFields.SPLIT, response.split());
    JsonOutput.text(json, SampleFields.SUB_SPLIT, response.subSplit());
    Perturbation perturbation = response.perturbation();
    if (perturbation != null) {
      JsonOutput.text(json, SampleFields.PERTURBATION, perturbation.name());
      JsonOutput.text(json, SampleFields.ROBUSTNESS, perturbation.robustness());
      JsonOutput.text(json, SampleFields.FAIRNESS, perturbation.fairness());
    }
    JsonOutput.text(json, SampleFields.TRIAL, response.trial());
    if (!response.instanceKey().equals(response.instanceId())) {
      JsonOutput.text(json, SampleFields.INSTANCE_KEY, response.instanceKey());
    }
    if (response.textStatus() != TextStatus.AVAILABLE || response.rawInput() == null) {
      JsonOutput.text(json, SampleFields.TEXT_STATUS, response.textStatus());
    }
    if (response.promptTokens() == null || response.outputTokens() == null) {
      JsonOutput.text(json, SampleFields.INPUT_TOKENS, response.promptTokens());
      JsonOutput.text(json, SampleFields.OUTPUT_TOKENS, response.outputTokens());
    }
    JsonOutput.text(json, SampleFields.FINISH_REASON, response.finishReason());
    JsonOutput.text(json, SampleFields.PROMPT_TRUNCATED, response.promptTruncated());
    JsonOutput.text(json, SampleFields.EVALUATED_AT, response.evaluatedAt());
    json.writeEndObject();
  }
}
