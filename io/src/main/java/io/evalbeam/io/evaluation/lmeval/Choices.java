package io.evalbeam.io.evaluation.lmeval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.schemas.evaluation.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The choices of a {@code multiple_choice} document, which are right, and which one was taken. */
final class Choices {
  private final SampleLine line;
  private final List<String> texts;

  private Choices(SampleLine line, List<String> texts) {
    this.line = line;
    this.texts = texts;
  }

  static Choices of(SampleLine line) {
    List<String> texts = new ArrayList<>();
    for (SampleLine.Request request : line.requests()) {
      // Mutual information asks every choice again without a prompt, after the real requests.
      boolean repeated = "".equals(request.prompt()) && !texts.isEmpty();
      if (request.continuation() != null && !repeated) {
        texts.add(request.continuation().strip());
      }
    }
    return new Choices(line, texts);
  }

  /**
   * The choices in order with the right ones marked. A target that names none of them follows as a
   * right answer of its own, so that it is not lost.
   */
  List<Reference> references() {
    String target = line.text("target");
    Set<Integer> right = target == null ? Set.of() : right(target.strip());
    List<Reference> references = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      references.add(new Reference(texts.get(i), right.contains(i)));
    }
    if (target != null && right.isEmpty()) {
      references.add(new Reference(target, true));
    }
    return references;
  }

  /** Targets are texts: an index, a list of indexes, or the choice itself. */
  private Set<Integer> right(String target) {
    Set<Integer> right = new TreeSet<>();
    for (JsonNode index : indexes(target)) {
      if (index.isInt() && index.intValue() >= 0 && index.intValue() < texts.size()) {
        right.add(index.intValue());
      }
    }
    int same = texts.indexOf(target);
    if (right.isEmpty() && same >= 0) {
      right.add(same);
    }
    return right;
  }

  private static JsonNode indexes(String target) {
    try {
      return LmEvalJson.parse(target.startsWith("[") ? target : "[" + target + "]");
    } catch (JsonProcessingException e) {
      // Any other text is no list of indexes, and may be a choice.
      return LmEvalJson.MAPPER.createArrayNode();
    }
  }

  /**
   * The most likely choice, the first of equals; the harness does not write it down. Null when a
   * likelihood is missing. This is the choice {@code acc} judges, not that of {@code acc_norm}.
   */
  @Nullable String taken() {
    JsonNode responses = line.filteredResponses();
    String taken = null;
    double best = Double.NaN;
    for (int i = 0; i < texts.size(); i++) {
      double logLikelihood = logLikelihood(responses.path(i).path(0));
      if (Double.isNaN(logLikelihood)) {
        return null;
      }
      if (taken == null || logLikelihood > best) {
        best = logLikelihood;
        taken = texts.get(i);
      }
    }
    return taken;
  }

  /** Likelihoods are numbers written as text; NaN when it is none. */
  private static double logLikelihood(JsonNode response) {
    String text = response.asText("");
    if (text.equals("-inf")) {
      return Double.NEGATIVE_INFINITY;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
