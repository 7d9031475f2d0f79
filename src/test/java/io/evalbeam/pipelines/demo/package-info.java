/** The bundled sample and what the demo makes of it. */
@NullMarked
package io.evalbeam.pipelines.demo;

import org.jspecify.annotations.NullMarked;
