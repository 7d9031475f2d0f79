package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.json.CanonicalJson;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A perturbation as a file holds it.
 *
 * @param name its name; the canonical text where there is none
 * @param computedOn what a statistic was computed on; null if not stated
 * @param canonical the whole object as canonical text
 */
record PerturbationObject(
    String name,
    boolean robustness,
    boolean fairness,
    @Nullable String computedOn,
    String canonical) {

  /** The object at the current token, null when there is none. */
  static @Nullable PerturbationObject read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return null;
    }
    JsonNode object = parser.readValueAsTree();
    String canonical = CanonicalJson.of(object);
    return new PerturbationObject(
        object.path("name").asText(canonical),
        object.path("robustness").asBoolean(),
        object.path("fairness").asBoolean(),
        object.path("computed_on").textValue(),
        canonical);
  }
}
