/** {@code collect-models}: sources to model files, observations and issues. */
@NullMarked
package io.evalbeam.pipelines.tracking.collection;

import org.jspecify.annotations.NullMarked;
