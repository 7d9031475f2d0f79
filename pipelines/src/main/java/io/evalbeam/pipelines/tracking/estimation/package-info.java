/** {@code estimate-flops}: rows of all sources to models with training-compute estimates. */
@NullMarked
package io.evalbeam.pipelines.tracking.estimation;

import org.jspecify.annotations.NullMarked;
