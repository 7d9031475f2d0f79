/** Helpers shared by tests. */
@NullMarked
package io.evalbeam.testing;

import org.jspecify.annotations.NullMarked;
