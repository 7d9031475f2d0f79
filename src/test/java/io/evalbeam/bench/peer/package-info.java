/** Other programs that do the same work, each with a main method of its own. */
@NullMarked
package io.evalbeam.bench.peer;

import org.jspecify.annotations.NullMarked;
