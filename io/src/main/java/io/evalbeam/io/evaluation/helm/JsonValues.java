package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Values of a token stream that are null unless they have the expected type. */
final class JsonValues {
  // Trials and references are few; a larger number is none of them and would cost memory.
  private static final double MAX_INDEX = 9_999;

  private JsonValues() {}

  /** The text at the current token; anything else is skipped. */
  static @Nullable String read(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    parser.skipChildren();
    return null;
  }

  /** The integer from 0 to 9,999 at the current token; anything else is skipped. */
  static @Nullable Integer readIndex(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      double index = parser.getDoubleValue();
      return isIndex(index) ? Integer.valueOf((int) index) : null;
    }
    parser.skipChildren();
    return null;
  }

  /** Whether an integer can count trials or references. */
  static boolean isIndex(double integer) {
    return integer >= 0 && integer <= MAX_INDEX;
  }

  /** The truth value at the current token; anything else is skipped. */
  static @Nullable Boolean readBoolean(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    }
    parser.skipChildren();
    return null;
  }
}
