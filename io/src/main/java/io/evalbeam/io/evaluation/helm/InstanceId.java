package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Identifiers of instances: texts such as {@code id12} or {@code 12_345}, or integers. */
final class InstanceId {
  private static final String PREFIX = "id";

  private InstanceId() {}

  /** The identifier at the current token as text, null when it is neither text nor integer. */
  static @Nullable String read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
      String text = parser.getText();
      return text.isEmpty() ? null : text;
    }
    parser.skipChildren();
    return null;
  }

  /** Equal for the spellings of one instance: {@code id} before mere digits is dropped. */
  static String normalise(String id) {
    return hasPrefix(id) ? id.substring(PREFIX.length()) : id;
  }

  /** Whether normalising drops something. */
  static boolean hasPrefix(String id) {
    if (!id.startsWith(PREFIX) || id.length() == PREFIX.length()) {
      return false;
    }
    for (int i = PREFIX.length(); i < id.length(); i++) {
      if (id.charAt(i) < '0' || id.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The identifier as it was found. */
  static String restore(String normalised, boolean prefix) {
    return prefix ? PREFIX + normalised : normalised;
  }
}
