/** Whole jobs of model tracking, by real command lines. */
@NullMarked
package io.evalbeam.pipelines.tracking;

import org.jspecify.annotations.NullMarked;
