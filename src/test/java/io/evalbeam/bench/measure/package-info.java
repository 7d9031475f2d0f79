/** Runs command lines as processes of their own and notes what they take. */
@NullMarked
package io.evalbeam.bench.measure;

import org.jspecify.annotations.NullMarked;
