package io.evalbeam.transforms.statistics;

import io.evalbeam.schemas.math.ExactMoments;

/**
 * Scores of one model on one task, as exact sums.
 *
 * @param moments of the instance scores; not changed afterwards
 */
public record TaskSummary(ExactMoments moments) {}
