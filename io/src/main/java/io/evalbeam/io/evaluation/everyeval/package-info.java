/**
 * Every Eval Ever, the interchange standard for evaluation results: aggregates {@code {uuid}.json}
 * with one row per scored sample in {@code {uuid}_samples.jsonl} beside them. Read in versions 0.2
 * and 0.3, written in 0.3.0.
 *
 * <p>{@link io.evalbeam.io.evaluation.everyeval.EveryEvalFormat} reads and {@link
 * io.evalbeam.io.evaluation.everyeval.EveryEvalExport} writes. What responses and runs know beyond
 * the standard's own fields travels in its maps of details, under the keys of {@code SampleFields}
 * and {@code AggregateFields}, so that an export read back gives the same scores and conditions.
 */
@NullMarked
package io.evalbeam.io.evaluation.everyeval;

import org.jspecify.annotations.NullMarked;
