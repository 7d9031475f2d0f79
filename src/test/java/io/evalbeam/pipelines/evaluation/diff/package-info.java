/** Tests of {@code diff-stats}. */
@NullMarked
package io.evalbeam.pipelines.evaluation.diff;

import org.jspecify.annotations.NullMarked;
