package io.evalbeam.io.evaluation.everyeval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.io.evaluation.json.SortedJson;
import io.evalbeam.schemas.table.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * How answers were generated.
 *
 * @param temperature null if not stated
 * @param maxTokens null if not stated
 * @param adapterMethod null if not stated
 * @param shots null if not stated
 * @param trials null if not stated
 * @param promptSettings the stated hash, else a hash of everything stated but the command, which
 *     names the model
 */
record GenerationSettings(
    @Nullable Double temperature,
    @Nullable Integer maxTokens,
    @Nullable String adapterMethod,
    @Nullable Integer shots,
    @Nullable Integer trials,
    String promptSettings) {

  /** Reads {@code generation_config}, which may be missing. */
  static GenerationSettings of(JsonNode config) {
    JsonNode arguments = config.path("generation_args");
    JsonNode details = config.path("additional_details");
    String stated = StrictJson.text(details, AggregateFields.PROMPT_SETTINGS);
    return new GenerationSettings(
        StrictJson.number(arguments, "temperature"),
        StrictJson.smallCount(arguments, "max_tokens"),
        StrictJson.text(details, AggregateFields.ADAPTER_METHOD),
        StrictJson.smallCount(details, AggregateFields.SHOTS),
        StrictJson.smallCount(details, AggregateFields.TRIALS),
        stated == null ? hash(config) : stated);
  }

  private static String hash(JsonNode config) {
    JsonNode settings = config.deepCopy();
    if (settings.get("generation_args") instanceof ObjectNode arguments) {
      arguments.remove("execution_command");
    }
    return Sha256.of(settings.isMissingNode() ? "{}" : SortedJson.of(settings));
  }
}
