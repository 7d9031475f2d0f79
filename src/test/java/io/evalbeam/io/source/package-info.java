/** Tests of source descriptions and readers. */
@NullMarked
package io.evalbeam.io.source;

import org.jspecify.annotations.NullMarked;
