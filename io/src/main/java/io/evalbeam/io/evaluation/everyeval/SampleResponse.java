package io.evalbeam.io.evaluation.everyeval;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.Perturbation;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.TextStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the response of a row. Several outputs of one row are joined by line feeds. */
final class SampleResponse {
  private SampleResponse() {}

  static Response of(SampleRow row, MetricValues metrics) {
    JsonNode json = row.json();
    JsonNode metadata = json.path("metadata");
    JsonNode input = json.path("input");
    String key = StrictJson.text(metadata, SampleFields.INSTANCE_KEY);
    TextStatus status = textStatus(metadata, input);
    Condition condition = row.condition();
    return new Response(
        row.sampleId(),
        key == null ? row.sampleId() : key,
        condition.split(),
        condition.subSplit(),
        perturbation(condition, metadata),
        row.trial(),
        hasInput(metadata) ? StrictJson.text(input, "raw") : null,
        References.of(input),
        output(json),
        attributed(json.path("answer_attribution")),
        status,
        metrics,
        tokens(json, metadata, SampleFields.INPUT_TOKENS),
        tokens(json, metadata, SampleFields.OUTPUT_TOKENS),
        seconds(json.path("performance")),
        StrictJson.text(metadata, SampleFields.FINISH_REASON),
        StrictJson.truth(metadata, SampleFields.PROMPT_TRUNCATED),
        StrictJson.count(metadata, SampleFields.EVALUATED_AT));
  }

  private static @Nullable Perturbation perturbation(Condition condition, JsonNode metadata) {
    String name = condition.perturbation();
    return name == null
        ? null
        : new Perturbation(
            name,
            Boolean.TRUE.equals(StrictJson.truth(metadata, SampleFields.ROBUSTNESS)),
            Boolean.TRUE.equals(StrictJson.truth(metadata, SampleFields.FAIRNESS)));
  }

  /** A stated status says that an empty question stands for none. */
  private static boolean hasInput(JsonNode metadata) {
    return StrictJson.text(metadata, SampleFields.TEXT_STATUS) == null;
  }

  private static TextStatus textStatus(JsonNode metadata, JsonNode input) {
    String stated = StrictJson.text(metadata, SampleFields.TEXT_STATUS);
    for (TextStatus status : TextStatus.values()) {
      if (status.name().equals(stated)) {
        return status;
      }
    }
    return StrictJson.text(input, "raw") == null ? TextStatus.MISSING : TextStatus.AVAILABLE;
  }

  /** The answer, or the last thing the model said in a conversation. */
  private static @Nullable String output(JsonNode json) {
    List<String> outputs = References.texts(json.path("output").get("raw"));
    if (!outputs.isEmpty()) {
      return String.join("\n", outputs);
    }
    JsonNode messages = json.path(json.hasNonNull("messages") ? "messages" : "interactions");
    String last = null;
    for (JsonNode message : messages) {
      String content = StrictJson.text(message, "content");
      if (content != null && "assistant".equals(StrictJson.text(message, "role"))) {
        last = content;
      }
    }
    return last;
  }

  private static @Nullable String attributed(JsonNode attributions) {
    String value = null;
    for (JsonNode attribution : attributions) {
      if (Boolean.TRUE.equals(StrictJson.truth(attribution, "is_terminal"))) {
        value = StrictJson.text(attribution, "extracted_value");
      }
    }
    return value;
  }

  private static @Nullable Long tokens(JsonNode json, JsonNode metadata, String name) {
    Long used = StrictJson.count(json.path("token_usage"), name);
    return used == null ? StrictJson.count(metadata, name) : used;
  }

  private static @Nullable Double seconds(JsonNode performance) {
    return Optional.ofNullable(StrictJson.number(performance, "latency_ms"))
        .or(() -> Optional.ofNullable(StrictJson.number(performance, "generation_time_ms")))
        .map(milliseconds -> milliseconds / SampleFields.MILLISECONDS)
        .orElse(null);
  }
}
