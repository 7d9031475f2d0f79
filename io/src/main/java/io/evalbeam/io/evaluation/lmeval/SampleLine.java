package io.evalbeam.io.evaluation.lmeval;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a samples file: a document under one filter.
 *
 * @param fields every field but {@code doc}
 * @param document the document exactly as it stands in the line; null if there is none
 */
record SampleLine(ObjectNode fields, @Nullable String document) {
  /**
   * Parses a line.
   *
   * @return null when the line is no object with a {@code doc_id}
   * @throws com.fasterxml.jackson.core.JsonProcessingException when it is no JSON
   */
  static @Nullable SampleLine parse(String line) throws IOException {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    String document = null;
    try (JsonParser parser = LmEvalJson.FACTORY.createParser(line)) {
      parser.setCodec(LmEvalJson.MAPPER);
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (name.equals("doc")) {
          document = verbatim(parser, token, line);
        } else {
          fields.set(name, parser.<JsonNode>readValueAsTree());
        }
      }
      if (parser.nextToken() != null) {
        return null;
      }
    }
    JsonNode id = fields.path("doc_id");
    return id.isValueNode() && !id.isNull() ? new SampleLine(fields, document) : null;
  }

  private static @Nullable String verbatim(JsonParser parser, JsonToken token, String line)
      throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    int start = (int) parser.currentTokenLocation().getCharOffset();
    // The end of a text is known only after it was read.
    parser.finishToken();
    parser.skipChildren();
    return line.substring(start, (int) parser.currentLocation().getCharOffset());
  }

  /** Position of the document in its data set; not stable under limits. */
  String documentId() {
    return fields.path("doc_id").asText();
  }

  /** A text field, null when it is absent or no text. */
  @Nullable String text(String field) {
    return fields.path(field).textValue();
  }

  /** Names of the metrics; where a line does not list them there are none. */
  List<String> metrics() {
    List<String> names = new ArrayList<>();
    for (JsonNode name : fields.path("metrics")) {
      names.add(name.asText());
    }
    return names;
  }

  /** What was scored: the first filtered response, or all of them for {@code multiple_choice}. */
  JsonNode filteredResponses() {
    return fields.path("filtered_resps");
  }

  /** The requests in order; their fields are numbered, and sorting by name would mix up ten. */
  List<Request> requests() {
    List<Request> requests = new ArrayList<>();
    JsonNode arguments = fields.path("arguments");
    for (int i = 0; i < arguments.size(); i++) {
      // Before 0.4.3 arguments were lists of lists.
      JsonNode named = arguments.path("gen_args_" + i);
      JsonNode listed = arguments.path(i);
      requests.add(
          arguments.isArray()
              ? new Request(listed.path(0).textValue(), listed.path(1).textValue())
              : new Request(named.path("arg_0").textValue(), named.path("arg_1").textValue()));
    }
    return requests;
  }

  /**
   * One request to the model.
   *
   * @param prompt null when it is no text
   * @param continuation what the likelihood is asked of; null when the model was to generate
   */
  record Request(@Nullable String prompt, @Nullable String continuation) {}
}
