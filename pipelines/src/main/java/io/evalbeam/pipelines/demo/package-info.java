/** The demo: every stage on the bundled sample. */
@NullMarked
package io.evalbeam.pipelines.demo;

import org.jspecify.annotations.NullMarked;
