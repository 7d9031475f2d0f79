package io.evalbeam.io.evaluation.opencompass;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.schemas.evaluation.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts of prompts, answers and gold, which are strings, lists or objects by inferencer. */
final class PredictionTexts {
  private static final Set<String> USER = Set.of("human", "user");
  private static final List<String> MESSAGE_TEXT = List.of("prompt", "content", "text");
  private static final List<String> ANSWER_TEXT = List.of("prediction");

  private PredictionTexts() {}

  /** The last user message of a chat, or a prompt that is one text; null if there is none. */
  static @Nullable String question(@Nullable JsonNode prompt) {
    if (prompt == null || !prompt.isArray()) {
      return prompt == null ? null : text(prompt, MESSAGE_TEXT);
    }
    for (int i = prompt.size() - 1; i >= 0; i--) {
      JsonNode message = prompt.get(i);
      // Conversations of several turns are lists of chats, the last one complete.
      if (message.isArray()) {
        return question(message);
      }
      if (!message.isObject() || USER.contains(role(message))) {
        return text(message, MESSAGE_TEXT);
      }
    }
    return null;
  }

  private static String role(JsonNode message) {
    return message.path("role").asText("").toLowerCase(Locale.ROOT);
  }

  /** The answer; several sequences or turns, and other structures, are kept as JSON. */
  static @Nullable String output(@Nullable JsonNode prediction) {
    if (prediction == null) {
      return null;
    }
    return prediction.isArray() && prediction.size() == 1
        ? text(prediction.get(0), ANSWER_TEXT)
        : text(prediction, ANSWER_TEXT);
  }

  /** Each gold answer as a reference; an object is one answer, as JSON. */
  static List<Reference> references(@Nullable JsonNode gold) {
    if (gold == null || gold.isNull()) {
      return List.of();
    }
    List<Reference> references = new ArrayList<>();
    for (JsonNode answer : gold.isArray() ? gold : List.of(gold)) {
      String text = text(answer, List.of());
      if (text != null) {
        references.add(new Reference(text, true));
      }
    }
    return references;
  }

  /** A scalar as text; of an object the first of some fields; else JSON; null for null. */
  private static @Nullable String text(JsonNode node, List<String> fields) {
    if (node.isNull()) {
      return null;
    }
    for (String field : fields) {
      if (node.has(field)) {
        return text(node.get(field), fields);
      }
    }
    return node.isValueNode() ? node.asText() : node.toString();
  }
}
