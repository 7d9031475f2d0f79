/** {@code aggregate-stats} by real command lines. */
@NullMarked
package io.evalbeam.pipelines.evaluation.aggregate;

import org.jspecify.annotations.NullMarked;
