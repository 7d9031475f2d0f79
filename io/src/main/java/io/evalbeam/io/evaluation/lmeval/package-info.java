/**
 * Output of lm-evaluation-harness 0.4: a results file, and one samples file a task beside it when
 * samples were logged.
 */
@NullMarked
package io.evalbeam.io.evaluation.lmeval;

import org.jspecify.annotations.NullMarked;
