/**
 * Evaluation runs on disk: one {@link io.evalbeam.io.evaluation.RunFormat} per format, each in a
 * package of its own.
 */
@NullMarked
package io.evalbeam.io.evaluation;

import org.jspecify.annotations.NullMarked;
