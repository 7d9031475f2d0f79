/** Tests of the build itself: versions, walls, documents. */
@NullMarked
package io.evalbeam.build;

import org.jspecify.annotations.NullMarked;
