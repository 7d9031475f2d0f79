package io.evalbeam.io.evaluation.helm;

import io.evalbeam.io.evaluation.helm.RequestState.Completion;
import io.evalbeam.io.evaluation.helm.RequestState.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reference a model prefers where each was asked about alone. HELM scores a reference with the
 * logprob of its tokens divided by their number, or, where the reference was also asked about
 * without the question, with the difference of both logprobs. The first of equal scores is chosen.
 */
final class ChosenReference {
  private ChosenReference() {}

  /**
   * The request about the chosen reference.
   *
   * @param requests all requests of one key, at least one
   * @param predictedIndex the metric {@code predicted_index} of the key, which is HELM's own
   *     choice; null when the run does not have it
   */
  static RequestState among(List<RequestState> requests, @Nullable Double predictedIndex) {
    RequestState chosen = requests.get(0);
    double best = Double.NEGATIVE_INFINITY;
    for (RequestState request : requests) {
      Integer index = request.referenceIndex();
      if (index == null || request.calibration()) {
        continue;
      }
      if (predictedIndex != null && predictedIndex == index.doubleValue()) {
        return request;
      }
      double score = score(request, calibration(requests, index));
      if (score > best) {
        best = score;
        chosen = request;
      }
    }
    return chosen;
  }

  private static @Nullable RequestState calibration(List<RequestState> requests, Integer index) {
    for (RequestState request : requests) {
      if (request.calibration() && index.equals(request.referenceIndex())) {
        return request;
      }
    }
    return null;
  }

  private static double score(RequestState request, @Nullable RequestState calibration) {
    List<Token> tokens = referenceTokens(request);
    if (calibration != null) {
      return logprob(tokens) - logprob(referenceTokens(calibration));
    }
    return tokens.isEmpty() ? Double.NEGATIVE_INFINITY : logprob(tokens) / tokens.size();
  }

  private static double logprob(List<Token> tokens) {
    double sum = 0;
    for (Token token : tokens) {
      sum += token.logprob();
    }
    return sum;
  }

  /** The tokens at the end that cover the reference: before them the prompt is echoed. */
  private static List<Token> referenceTokens(RequestState request) {
    Completion answer = request.best();
    Integer index = request.referenceIndex();
    if (answer == null || index == null || index >= request.references().size()) {
      return List.of();
    }
    int characters = request.references().get(index).text().length();
    int start = answer.tokens().size();
    while (start > 0 && characters > 0) {
      start--;
      characters -= answer.tokens().get(start).text().length();
    }
    return answer.tokens().subList(start, answer.tokens().size());
  }
}
