package io.evalbeam.schemas.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A run as its rows are published.
 *
 * @param header what the run says
 * @param runHash content hash
 * @param model the model under the identity rules
 * @param mainMetric null when the release's schema does not know the run's groups
 * @param ingestedAt the moment the output describes, ISO date-time with Z
 */
public record EvaluationRun(
    RunHeader header,
    String runHash,
    ModelIdentity model,
    @Nullable MainMetric mainMetric,
    String ingestedAt) {}
