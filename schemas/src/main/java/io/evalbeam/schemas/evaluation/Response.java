package io.evalbeam.schemas.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered to one instance under one condition, with all scores. The key inside a run
 * is (instance key, perturbation name, trial).
 *
 * @param instanceId as found
 * @param instanceKey normalised: equal for spellings of one instance inside a task
 * @param split null if unknown
 * @param subSplit null if none
 * @param perturbation null for the original
 * @param trial repetition from 0, with other demonstrations or samples
 * @param rawInput the question, without demonstrations; null if there is no text
 * @param references possible answers in order; empty if there is no text
 * @param output the model's text; null if there is none
 * @param mappedOutput the reference the output stands for; null if none
 * @param textStatus why texts are there or not
 * @param metrics all metrics, bookkeeping included
 * @param promptTokens null if unknown
 * @param outputTokens null if unknown
 * @param runtimeSeconds null if unknown
 * @param finishReason why the model stopped; null if unknown
 * @param promptTruncated whether demonstrations or question were cut; null if unknown
 * @param evaluatedAt when the model answered, epoch seconds; null if unknown
 */
public record Response(
    String instanceId,
    String instanceKey,
    @Nullable String split,
    @Nullable String subSplit,
    @Nullable Perturbation perturbation,
    int trial,
    @Nullable String rawInput,
    List<Reference> references,
    @Nullable String output,
    @Nullable String mappedOutput,
    TextStatus textStatus,
    MetricValues metrics,
    @Nullable Long promptTokens,
    @Nullable Long outputTokens,
    @Nullable Double runtimeSeconds,
    @Nullable String finishReason,
    @Nullable Boolean promptTruncated,
    @Nullable Long evaluatedAt) {

  public Response {
    references = List.copyOf(references);
  }
}
