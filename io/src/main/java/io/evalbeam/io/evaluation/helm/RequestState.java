package io.evalbeam.io.evaluation.helm;

import io.evalbeam.schemas.evaluation.Reference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request of {@code scenario_state.json} and what came back.
 *
 * @param instanceId as found
 * @param perturbation null for the original
 * @param question null if the instance has no text
 * @param references possible answers in order
 * @param referenceIndex which reference was asked about, null when all were asked about at once
 * @param calibration whether it measures a reference without its question
 * @param trial from 0
 * @param outputMapping letters and the texts of the references they stand for
 * @param completions answers in the order of the file; empty when the request has no result
 * @param promptTruncated null if not stated
 * @param requestedAt epoch seconds, null if not stated
 */
record RequestState(
    String instanceId,
    @Nullable String split,
    @Nullable String subSplit,
    @Nullable PerturbationObject perturbation,
    @Nullable String question,
    List<Reference> references,
    @Nullable Integer referenceIndex,
    boolean calibration,
    int trial,
    Map<String, String> outputMapping,
    List<Completion> completions,
    @Nullable Boolean promptTruncated,
    @Nullable Long requestedAt) {

  /**
   * An answer.
   *
   * @param text raw, blanks kept
   * @param logprob 0 when not stated
   * @param finishReason null if not stated
   * @param tokens read only where a reference was scored
   */
  record Completion(
      String text, double logprob, @Nullable String finishReason, List<Token> tokens) {}

  /** A token of an answer with its natural logarithm of probability. */
  record Token(String text, double logprob) {}

  /** The answer with the highest logprob, the first of equals; null without a result. */
  @Nullable Completion best() {
    Completion best = null;
    for (Completion completion : completions) {
      if (best == null || completion.logprob > best.logprob) {
        best = completion;
      }
    }
    return best;
  }
}
