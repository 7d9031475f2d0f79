/**
 * Every Eval Ever, the interchange standard for evaluation results: aggregates {@code {uuid}.json}
 * with one row per scored sample in {@code {uuid}_samples.jsonl} beside them. Read in versions 0.2
 * and 0.3, written in 0.3.0.
 */
@NullMarked
package io.evalbeam.io.evaluation.everyeval;

import org.jspecify.annotations.NullMarked;
