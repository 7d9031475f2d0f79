/** Tests of the evaluation of estimates. */
@NullMarked
package io.evalbeam.pipelines.tracking.evaluation;

import org.jspecify.annotations.NullMarked;
