package io.evalbeam.io.evaluation.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.json.SortedJson;
import io.evalbeam.schemas.evaluation.Reference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Question, references and answer of a sample as texts. */
final class SampleTexts {
  private final Sample sample;
  private final List<String> choices;

  SampleTexts(Sample sample) {
    this.sample = sample;
    this.choices = texts(sample.fields().path("choices"));
  }

  /**
   * The input. Of several messages each is preceded by its role, with an empty line between them;
   * content that is no text shows as its type in brackets.
   */
  @Nullable String input() {
    JsonNode input = sample.fields().path("input");
    if (!input.isArray()) {
      return SortedJson.text(input);
    }
    List<String> messages = new ArrayList<>();
    for (JsonNode message : input) {
      String role = input.size() > 1 ? message.path("role").asText() + ": " : "";
      messages.add(role + content(message.path("content")));
    }
    return String.join("\n\n", messages);
  }

  private static String content(JsonNode content) {
    if (!content.isArray()) {
      return content.asText();
    }
    List<String> parts = new ArrayList<>();
    for (JsonNode part : content) {
      parts.add(
          part.has("text") ? part.path("text").asText() : "[" + part.path("type").asText() + "]");
    }
    return String.join("\n", parts);
  }

  /** The choices with the right ones marked; without choices the targets, all right. */
  List<Reference> references() {
    List<String> targets = texts(sample.fields().path("target"));
    Set<String> right = new LinkedHashSet<>();
    targets.forEach(target -> right.add(choice(target)));
    List<Reference> references = new ArrayList<>();
    for (String choice : choices) {
      references.add(new Reference(choice, right.remove(choice)));
    }
    right.forEach(target -> references.add(new Reference(target, true)));
    return references;
  }

  /** Targets and answers name choices by letter; anything else stands for itself. */
  private String choice(String answer) {
    String stripped = answer.strip();
    int index = stripped.length() == 1 ? stripped.charAt(0) - 'A' : -1;
    return index >= 0 && index < choices.size() ? choices.get(index) : answer;
  }

  @Nullable String output() {
    return SortedJson.text(sample.fields().path("output").path("completion"));
  }

  /** The answer the first scorer that names one took from the output. */
  @Nullable String mappedOutput() {
    for (JsonNode score : sample.scores()) {
      String answer = SortedJson.text(score.path("answer"));
      if (answer != null) {
        return choice(answer);
      }
    }
    return null;
  }

  private static List<String> texts(JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (value.isArray()) {
      for (JsonNode element : value) {
        texts.add(element.asText());
      }
    } else if (value.isValueNode() && !value.isNull()) {
      texts.add(value.asText());
    }
    return texts;
  }
}
