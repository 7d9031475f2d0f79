/** Options that several jobs share. */
@NullMarked
package io.evalbeam.pipelines.options;

import org.jspecify.annotations.NullMarked;
