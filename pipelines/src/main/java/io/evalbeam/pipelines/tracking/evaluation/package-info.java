/** How good the estimates are: blind estimates against curated training compute. */
@NullMarked
package io.evalbeam.pipelines.tracking.evaluation;

import org.jspecify.annotations.NullMarked;
