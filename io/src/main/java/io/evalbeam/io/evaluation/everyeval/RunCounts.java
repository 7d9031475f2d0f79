package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.io.evaluation.RunOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What was counted while a run was exported.
 *
 * @param outcome how reading it ended
 * @param unscored responses without a row, because they lack the main metric
 * @param evaluatedAt latest answer of the model, epoch seconds; null if unknown
 */
record RunCounts(RunOutcome outcome, long unscored, @Nullable Long evaluatedAt) {}
