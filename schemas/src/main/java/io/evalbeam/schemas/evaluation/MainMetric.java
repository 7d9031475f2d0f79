package io.evalbeam.schemas.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * The metric a task is published with, from the release's schema and never from the run.
 *
 * @param metric metric name
 * @param fallback metric to take where the first one is absent, null if none
 * @param split the split that is published, null if the schema does not say
 * @param lowerIsBetter direction, null if unknown: then there are no ranks and no win rates
 * @param binary whether single scores are 0 or 1, so that a response is correct or not
 */
public record MainMetric(
    String metric,
    @Nullable String fallback,
    @Nullable String split,
    @Nullable Boolean lowerIsBetter,
    boolean binary) {}
