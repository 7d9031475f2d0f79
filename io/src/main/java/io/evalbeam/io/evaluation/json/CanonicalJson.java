package io.evalbeam.io.evaluation.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;

/**
 * JSON values as text that is equal for equal values: fields sorted, null fields left out, no
 * blanks, and {@code 1} for 1.0, since writers switch between the two.
 */
public final class CanonicalJson {
  private static final double EXACT_INTEGERS = 1L << 53;

  private CanonicalJson() {}

  /** Text of a value. */
  public static String of(JsonNode value) {
    StringBuilder text = new StringBuilder();
    append(value, text);
    return text.toString();
  }

  private static void append(JsonNode value, StringBuilder text) {
    if (value.isObject()) {
      TreeMap<String, JsonNode> fields = new TreeMap<>();
      value.fields().forEachRemaining(field -> fields.put(field.getKey(), field.getValue()));
      fields.values().removeIf(JsonNode::isNull);
      text.append('{');
      fields.forEach(
          (name, field) -> {
            separate(text);
            appendString(name, text);
            text.append(':');
            append(field, text);
          });
      text.append('}');
    } else if (value.isArray()) {
      text.append('[');
      for (JsonNode item : value) {
        separate(text);
        append(item, text);
      }
      text.append(']');
    } else if (value.isTextual()) {
      appendString(value.textValue(), text);
    } else if (value.isNumber()) {
      text.append(number(value));
    } else {
      text.append(value.asText());
    }
  }

  /** A scalar as bare text, anything else as canonical JSON. */
  public static String scalarOrJson(JsonNode value) {
    return value.isTextual() ? value.textValue() : of(value);
  }

  private static String number(JsonNode value) {
    if (value.isBigInteger()) {
      return value.bigIntegerValue().toString();
    }
    if (value.canConvertToLong() && value.isIntegralNumber()) {
      return Long.toString(value.longValue());
    }
    double number = value.doubleValue();
    return Math.rint(number) == number && Math.abs(number) <= EXACT_INTEGERS
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static void separate(StringBuilder text) {
    char last = text.charAt(text.length() - 1);
    if (last != '{' && last != '[') {
      text.append(',');
    }
  }

  private static void appendString(String value, StringBuilder text) {
    text.append('"');
    JsonStringEncoder.getInstance().quoteAsString(value, text);
    text.append('"');
  }
}
