/** The jobs of model compute tracking: collect, estimate, curate, and what people do with them. */
@NullMarked
package io.evalbeam.pipelines.tracking;

import org.jspecify.annotations.NullMarked;
