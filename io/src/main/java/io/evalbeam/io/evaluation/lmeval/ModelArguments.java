package io.evalbeam.io.evaluation.lmeval;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.json.SortedJson;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Arguments the model was made with, sorted by name. The file has them as text {@code
 * pretrained=org/name,dtype=float16} or as an object.
 */
record ModelArguments(SortedMap<String, String> values) {
  // An adapter is given together with the model it adapts, and is the one that was evaluated.
  private static final List<String> NAMES =
      List.of("peft", "delta", "pretrained", "model", "path", "engine");

  static ModelArguments of(JsonNode modelArguments) {
    SortedMap<String, String> values = new TreeMap<>();
    if (modelArguments.isTextual()) {
      split(modelArguments.asText(), values);
    } else {
      modelArguments
          .fields()
          .forEachRemaining(
              field -> {
                String text = SortedJson.text(field.getValue());
                if (text != null) {
                  values.put(field.getKey(), text);
                }
              });
    }
    return new ModelArguments(values);
  }

  /** The model as named by the arguments; null when they name none, as with {@code dummy}. */
  @Nullable String modelName() {
    for (String name : NAMES) {
      String value = values.get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return null;
  }

  /** Splits at commas outside brackets: values may be lists or objects. */
  private static void split(String text, SortedMap<String, String> values) {
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      }
      if (c == ',' && (depth <= 0 || i == text.length())) {
        put(text.substring(start, i), values);
        start = i + 1;
      }
    }
  }

  private static void put(String pair, SortedMap<String, String> values) {
    int equals = pair.indexOf('=');
    if (equals > 0) {
      values.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
  }
}
