package io.evalbeam.io.evaluation.everyeval;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON as the standard's validator takes it: no NaN, no key twice in an object, nothing behind the
 * value. Fields of another type than expected count as absent.
 */
final class StrictJson {
  private static final int MAX_DEPTH = 200;
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(Limits.MAX_LINE_BYTES)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private StrictJson() {}

  /**
   * The object in a piece of memory.
   *
   * @throws IOException when it is no valid JSON; there is no other reason
   */
  static Optional<JsonNode> object(byte[] bytes, int length) throws IOException {
    JsonNode node = MAPPER.readTree(bytes, 0, length);
    return node.isObject() ? Optional.of(node) : Optional.empty();
  }

  /** A text field, null unless it is text. */
  static @Nullable String text(JsonNode object, String name) {
    JsonNode value = object.get(name);
    return value != null && value.isTextual() ? value.textValue() : null;
  }

  /** A text or number as text, null for anything else: older files mix the two. */
  static @Nullable String scalar(JsonNode object, String name) {
    JsonNode value = object.get(name);
    return value != null && (value.isTextual() || value.isNumber()) ? value.asText() : null;
  }

  /** A truth value, null unless it is one or the text of one. */
  static @Nullable Boolean truth(JsonNode object, String name) {
    JsonNode value = object.get(name);
    if (value != null && value.isBoolean()) {
      return value.booleanValue();
    }
    String text = text(object, name);
    return ("true".equals(text) || "false".equals(text)) ? Boolean.valueOf(text) : null;
  }

  /** A finite number, or the text of an infinite one as the standard writes bounds. */
  static @Nullable Double bound(JsonNode object, String name) {
    String text = text(object, name);
    if (text != null) {
      return switch (text) {
        case "Infinity" -> Double.POSITIVE_INFINITY;
        case "-Infinity" -> Double.NEGATIVE_INFINITY;
        default -> null;
      };
    }
    return number(object, name);
  }

  /** A finite number, null for anything else. */
  static @Nullable Double number(JsonNode object, String name) {
    JsonNode value = object.get(name);
    return value != null && value.isNumber() && Double.isFinite(value.doubleValue())
        ? Double.valueOf(value.doubleValue())
        : null;
  }

  /** A whole number of at least 0, as number or as text; null for anything else. */
  static @Nullable Long count(JsonNode object, String name) {
    JsonNode value = object.get(name);
    if (value != null && value.isIntegralNumber()) {
      return value.canConvertToLong() && value.longValue() >= 0 ? value.longValue() : null;
    }
    String text = text(object, name);
    return text == null ? null : count(text);
  }

  /** A count that fits an int. */
  static @Nullable Integer smallCount(JsonNode object, String name) {
    Long count = count(object, name);
    return count == null || count > Integer.MAX_VALUE ? null : Integer.valueOf(count.intValue());
  }

  private static @Nullable Long count(String digits) {
    boolean decimal = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return decimal && digits.length() <= Limits.MAX_COUNT_DIGITS ? Long.valueOf(digits) : null;
  }
}
