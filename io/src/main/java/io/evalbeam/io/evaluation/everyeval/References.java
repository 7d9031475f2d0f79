package io.evalbeam.io.evaluation.everyeval;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.schemas.evaluation.Reference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Possible answers of a row. */
final class References {
  private References() {}

  /**
   * The choices in order, and behind them correct answers that are not among them. A reference that
   * is a capital letter and no choice itself means the choice at its place in the alphabet.
   */
  static List<Reference> of(JsonNode input) {
    List<String> correct = texts(input.get("reference"));
    List<String> choices = texts(input.get("choices"));
    List<Reference> references = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      String choice = choices.get(i);
      boolean lettered = correct.contains(letter(i)) && !choices.contains(letter(i));
      references.add(new Reference(choice, lettered || correct.contains(choice)));
    }
    for (String text : correct) {
      if (!choices.contains(text) && !isPlace(text, choices.size())) {
        references.add(new Reference(text, true));
      }
    }
    return references;
  }

  /** The texts of a list, or the one text that older files have in its place. */
  static List<String> texts(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return List.of();
    }
    if (node.isTextual()) {
      return List.of(node.textValue());
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : node) {
      if (element.isTextual()) {
        texts.add(element.textValue());
      }
    }
    return texts;
  }

  private static boolean isPlace(String text, int choices) {
    return text.length() == 1 && text.charAt(0) >= 'A' && text.charAt(0) - 'A' < choices;
  }

  private static String letter(int place) {
    return String.valueOf((char) ('A' + place));
  }
}
