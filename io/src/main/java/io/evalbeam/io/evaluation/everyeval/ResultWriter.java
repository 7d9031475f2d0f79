package io.evalbeam.io.evaluation.everyeval;

import com.fasterxml.jackson.core.JsonGenerator;
import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.RunHeader;
import java.io.IOException;

/** Writes the results of an aggregate. */
final class ResultWriter {
  private final JsonGenerator json;
  private final RunHeader header;

  ResultWriter(JsonGenerator json, RunHeader header) {
    this.json = json;
    this.header = header;
  }

  void write(ExportedResult result) throws IOException {
    json.writeStartObject();
    JsonOutput.text(json, "evaluation_result_id", result.id());
    JsonOutput.text(json, "evaluation_name", header.task());
    json.writeObjectFieldStart("source_data");
    JsonOutput.text(json, "dataset_name", header.datasetName());
    json.writeStringField("source_type", "other");
    if (header.subject() != null) {
      json.writeObjectFieldStart("additional_details");
      JsonOutput.text(json, AggregateFields.SUBJECT, header.subject());
      json.writeEndObject();
    }
    json.writeEndObject();
    writeMetric(result);
    writeScore(result);
    writeGeneration();
    json.writeEndObject();
  }

  private void writeMetric(ExportedResult result) throws IOException {
    MetricTraits traits = result.traits();
    json.writeObjectFieldStart("metric_config");
    JsonOutput.text(json, "metric_id", result.cell().metric());
    json.writeBooleanField("lower_is_better", Boolean.TRUE.equals(traits.lowerIsBetter()));
    // Bounds that the figure itself refutes would make the file invalid, and help nobody.
    if (traits.allow(result.score())) {
      writeBounds(traits);
    }
    if (traits.lowerIsBetter() == null) {
      json.writeObjectFieldStart("additional_details");
      json.writeStringField("direction", "unknown");
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** The standard calls a score continuous only where both bounds are stated. */
  private void writeBounds(MetricTraits traits) throws IOException {
    Double min = traits.min();
    Double max = traits.max();
    if (traits.binary()) {
      json.writeStringField("score_type", "binary");
    } else if (min != null && max != null) {
      json.writeStringField("score_type", "continuous");
    }
    if (min != null) {
      writeBound("min_score", min);
    }
    if (max != null) {
      writeBound("max_score", max);
    }
  }

  private void writeBound(String name, double bound) throws IOException {
    if (Double.isInfinite(bound)) {
      json.writeStringField(name, bound > 0 ? "Infinity" : "-Infinity");
    } else {
      json.writeNumberField(name, bound);
    }
  }

  private void writeScore(ExportedResult result) throws IOException {
    CellStatistics cell = result.cell();
    json.writeObjectFieldStart("score_details");
    json.writeNumberField("score", result.score());
    json.writeObjectFieldStart("details");
    JsonOutput.text(json, SampleFields.SPLIT, cell.split());
    JsonOutput.text(json, SampleFields.SUB_SPLIT, cell.subSplit());
    if (cell.perturbation() != null) {
      JsonOutput.text(json, SampleFields.PERTURBATION, cell.perturbation());
      JsonOutput.text(json, AggregateFields.COMPUTED_ON, ResultId.PERTURBED);
    }
    JsonOutput.text(json, AggregateFields.TRIALS, cell.trials());
    JsonOutput.text(json, "missing", cell.nMissing());
    JsonOutput.text(json, "main_metric", cell.mainMetric());
    JsonOutput.text(json, "published_split", cell.publishedSplit());
    json.writeEndObject();
    writeUncertainty(cell);
    json.writeEndObject();
  }

  /** Over instances, whose scores are means of their trials; spread between trials is no error. */
  private void writeUncertainty(CellStatistics cell) throws IOException {
    json.writeObjectFieldStart("uncertainty");
    Double deviation = cell.sd();
    if (deviation != null) {
      json.writeObjectFieldStart("standard_error");
      json.writeNumberField("value", deviation / Math.sqrt((double) cell.n()));
      json.writeStringField("method", "analytic");
      json.writeEndObject();
      json.writeNumberField("standard_deviation", deviation);
    }
    json.writeNumberField("num_samples", cell.n());
    json.writeEndObject();
  }

  private void writeGeneration() throws IOException {
    json.writeObjectFieldStart("generation_config");
    json.writeObjectFieldStart("generation_args");
    Double temperature = header.temperature();
    if (temperature != null && Double.isFinite(temperature)) {
      json.writeNumberField("temperature", temperature);
    }
    Integer maxTokens = header.maxTokens();
    if (maxTokens != null && maxTokens >= 1) {
      json.writeNumberField("max_tokens", maxTokens);
    }
    json.writeEndObject();
    json.writeObjectFieldStart("additional_details");
    JsonOutput.text(json, AggregateFields.ADAPTER_METHOD, header.adapterMethod());
    JsonOutput.text(json, AggregateFields.SHOTS, header.shots());
    JsonOutput.text(json, AggregateFields.TRIALS, header.trials());
    JsonOutput.text(json, AggregateFields.PROMPT_SETTINGS, header.promptSettings());
    json.writeEndObject();
    json.writeEndObject();
  }
}
