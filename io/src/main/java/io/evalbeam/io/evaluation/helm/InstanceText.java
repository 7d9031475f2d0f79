package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evalbeam.schemas.evaluation.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instance: question and possible answers.
 *
 * @param id as found, null if there is none
 * @param question null if there is no text; the messages of a conversation, a blank line between
 *     them, where these are the question
 */
record InstanceText(
    @Nullable String id,
    @Nullable String split,
    @Nullable String subSplit,
    @Nullable PerturbationObject perturbation,
    @Nullable String question,
    List<Reference> references) {

  static final InstanceText NONE = new InstanceText(null, null, null, null, null, List.of());

  private static final String CORRECT = "correct";

  /** The instance at the current token. */
  static InstanceText read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return NONE;
    }
    String id = null;
    String split = null;
    String subSplit = null;
    PerturbationObject perturbation = null;
    String question = null;
    List<Reference> references = List.of();
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      parser.nextToken();
      switch (field) {
        case "id" -> id = InstanceId.read(parser);
        case "split" -> split = JsonValues.read(parser);
        case "sub_split" -> subSplit = JsonValues.read(parser);
        case "perturbation" -> perturbation = PerturbationObject.read(parser);
        case "input" -> question = readContent(parser);
        case "references" -> references = readReferences(parser);
        default -> parser.skipChildren();
      }
    }
    return new InstanceText(id, split, subSplit, perturbation, question, references);
  }

  /** Text of an input or output object. */
  private static @Nullable String readContent(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return null;
    }
    String text = null;
    String messages = null;
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      parser.nextToken();
      switch (field) {
        case "text" -> text = JsonValues.read(parser);
        case "messages" -> messages = readMessages(parser);
        default -> parser.skipChildren();
      }
    }
    return messages != null && (text == null || text.isEmpty()) ? messages : text;
  }

  private static @Nullable String readMessages(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return null;
    }
    List<String> messages = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != JsonToken.START_OBJECT) {
        parser.skipChildren();
        continue;
      }
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        parser.nextToken();
        String content = field.equals("content") ? JsonValues.read(parser) : null;
        if (content != null) {
          messages.add(content);
        } else {
          parser.skipChildren();
        }
      }
    }
    return messages.isEmpty() ? null : String.join("\n\n", messages);
  }

  private static List<Reference> readReferences(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return List.of();
    }
    List<Reference> references = new ArrayList<>(4);
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != JsonToken.START_OBJECT) {
        parser.skipChildren();
        continue;
      }
      String text = null;
      boolean correct = false;
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        parser.nextToken();
        switch (field) {
          case "output" -> text = readContent(parser);
          case "tags" -> correct = readTags(parser);
          default -> parser.skipChildren();
        }
      }
      references.add(new Reference(text == null ? "" : text, correct));
    }
    return references;
  }

  private static boolean readTags(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return false;
    }
    boolean correct = false;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      correct |= CORRECT.equals(JsonValues.read(parser));
    }
    return correct;
  }
}
