package io.evalbeam.io.evaluation.inspect;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;

/** Streams a log that is one JSON object. */
final class JsonLog {
  private JsonLog() {}

  /**
   * Visits every part.
   *
   * @throws JsonParseException when the stream is no JSON object or goes on after it
   */
  static void visit(InputStream in, LogVisitor visitor) throws IOException {
    try (JsonParser parser = InspectJson.parser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonParseException(parser, "A log is one JSON object.");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("samples") && value == JsonToken.START_ARRAY) {
          for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            visitor.sample("/samples/" + i, parser);
          }
        } else {
          visitor.field(name, parser);
        }
      }
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "Nothing was expected after the log.");
      }
    }
  }
}
