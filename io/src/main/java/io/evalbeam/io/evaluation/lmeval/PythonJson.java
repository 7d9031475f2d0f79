package io.evalbeam.io.evaluation.lmeval;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HexFormat;

/**
 * JSON laid out as Python's {@code json.dumps(value, indent=2, ensure_ascii=False)} does: what the
 * harness hashes. Numbers keep the spelling they have in the text.
 */
final class PythonJson {
  private final JsonParser parser;
  private final StringBuilder out = new StringBuilder();

  private PythonJson(JsonParser parser) {
    this.parser = parser;
  }

  /** Lays out one value; the text must be valid JSON. */
  static String indented(String json) throws IOException {
    try (JsonParser parser = LmEvalJson.FACTORY.createParser(json)) {
      PythonJson layout = new PythonJson(parser);
      layout.value(parser.nextToken(), 0);
      return layout.out.toString();
    }
  }

  private void value(JsonToken token, int depth) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      members('{', '}', JsonToken.END_OBJECT, depth);
    } else if (token == JsonToken.START_ARRAY) {
      members('[', ']', JsonToken.END_ARRAY, depth);
    } else if (token == JsonToken.VALUE_STRING) {
      quote(parser.getText());
    } else {
      out.append(parser.getText());
    }
  }

  private void members(char open, char close, JsonToken end, int depth) throws IOException {
    out.append(open);
    boolean empty = true;
    for (JsonToken token = parser.nextToken(); token != end; token = parser.nextToken()) {
      if (!empty) {
        out.append(',');
      }
      empty = false;
      newLine(depth + 1);
      if (token == JsonToken.FIELD_NAME) {
        quote(parser.currentName());
        out.append(": ");
        token = parser.nextToken();
      }
      value(token, depth + 1);
    }
    if (!empty) {
      newLine(depth);
    }
    out.append(close);
  }

  private void newLine(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < ' ') {
            out.append("\\u").append(HexFormat.of().toHexDigits(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
