/**
 * Measures whole processes: commands of Evalbeam beside other programs that do the same work, on
 * generated data.
 */
@NullMarked
package io.evalbeam.bench;

import org.jspecify.annotations.NullMarked;
