package io.evalbeam.io.evaluation.inspect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is kept of a sample. Events, messages and stores, which hold most of the bytes and repeat
 * one another, are skipped; of the attachments only those are kept that a kept text stands for.
 *
 * @param fields the kept fields, attachments resolved where they are there
 */
record Sample(ObjectNode fields) {
  static final String ATTACHMENT = "attachment://";

  private static final long MAX_CHARACTERS = 64 << 20;
  private static final Set<String> WHOLE =
      Set.of("id", "epoch", "input", "choices", "target", "model_usage", "working_time");
  private static final Set<String> OF_OUTPUT = Set.of("completion", "usage", "time");
  private static final Set<String> OF_CHOICE = Set.of("stop_reason");
  private static final Set<String> OF_SCORE = Set.of("value", "answer");
  private static final Set<String> OF_ERROR = Set.of("message");

  /** Reads the object the parser stands on. */
  static Sample read(JsonParser parser) throws IOException {
    BoundedTree tree = new BoundedTree(MAX_CHARACTERS);
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    Map<String, String> attachments = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (WHOLE.contains(name)) {
        fields.set(name, tree.read(parser));
      } else if (token != JsonToken.START_OBJECT) {
        parser.skipChildren();
      } else if (name.equals("output")) {
        fields.set(name, output(parser, tree));
      } else if (name.equals("scores")) {
        fields.set(name, scores(parser, tree));
      } else if (name.equals("error")) {
        fields.set(name, project(parser, tree, OF_ERROR));
      } else if (name.equals("attachments")) {
        // They follow the texts that refer to them.
        readAttachments(parser, tree, references(fields), attachments);
      } else {
        parser.skipChildren();
      }
    }
    resolve(fields, attachments);
    return new Sample(fields);
  }

  private static ObjectNode output(JsonParser parser, BoundedTree tree) throws IOException {
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (OF_OUTPUT.contains(name)) {
        output.set(name, tree.read(parser));
      } else if (name.equals("choices") && token == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (output.has("first") || parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
          } else {
            output.set("first", project(parser, tree, OF_CHOICE));
          }
        }
      } else {
        parser.skipChildren();
      }
    }
    return output;
  }

  private static ObjectNode scores(JsonParser parser, BoundedTree tree) throws IOException {
    ObjectNode scores = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String scorer = parser.currentName();
      boolean object = parser.nextToken() == JsonToken.START_OBJECT;
      scores.set(scorer, object ? project(parser, tree, OF_SCORE) : tree.read(parser));
    }
    return scores;
  }

  private static ObjectNode project(JsonParser parser, BoundedTree tree, Set<String> kept)
      throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (kept.contains(name)) {
        object.set(name, tree.read(parser));
      } else {
        parser.skipChildren();
      }
    }
    return object;
  }

  private static void readAttachments(
      JsonParser parser, BoundedTree tree, Set<String> wanted, Map<String, String> attachments)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = ATTACHMENT + parser.currentName();
      parser.nextToken();
      if (wanted.contains(name)) {
        attachments.put(name, tree.read(parser).asText());
      } else {
        parser.skipChildren();
      }
    }
  }

  private static Set<String> references(JsonNode node) {
    Set<String> found = new HashSet<>();
    if (node.isTextual() && node.textValue().startsWith(ATTACHMENT)) {
      found.add(node.textValue());
    }
    node.forEach(child -> found.addAll(references(child)));
    return found;
  }

  /** Puts attachments in place of the texts that stand for them. */
  private static void resolve(JsonNode node, Map<String, String> attachments) {
    if (attachments.isEmpty()) {
      return;
    }
    if (node instanceof ObjectNode object) {
      object
          .fields()
          .forEachRemaining(field -> field.setValue(resolved(field.getValue(), attachments)));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, resolved(array.get(i), attachments));
      }
    }
  }

  private static JsonNode resolved(JsonNode value, Map<String, String> attachments) {
    String text = value.isTextual() ? attachments.get(value.textValue()) : null;
    if (text != null) {
      return JsonNodeFactory.instance.textNode(text);
    }
    resolve(value, attachments);
    return value;
  }

  /** Whether a kept text stands for an attachment that is not there. */
  boolean lacksAttachments() {
    return !references(fields).isEmpty();
  }

  /** Whether sample and epoch are named, without which there is no key. */
  boolean isIdentified() {
    JsonNode id = fields.path("id");
    return (id.isTextual() || id.isIntegralNumber()) && epoch() >= 1;
  }

  String id() {
    return fields.path("id").asText();
  }

  /** Repetition from 1; 1 where logs of one epoch leave it out. */
  int epoch() {
    return fields.path("epoch").asInt(1);
  }

  boolean failed() {
    return fields.has("error");
  }

  /** Scores by scorer; none where the sample failed. */
  JsonNode scores() {
    return failed() ? JsonNodeFactory.instance.objectNode() : fields.path("scores");
  }
}
