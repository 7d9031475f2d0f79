package io.evalbeam.io.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * How reading a run ended.
 *
 * @param rejectedResponses responses that were left out, each with an issue
 * @param verified whether figures recomputed from the responses equal those the run states; null
 *     when nothing could be compared
 * @param comparisons number of figures compared
 */
public record RunOutcome(long rejectedResponses, @Nullable Boolean verified, long comparisons) {}
