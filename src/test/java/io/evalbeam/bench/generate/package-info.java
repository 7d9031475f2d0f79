/** Data of any size, equal to the last byte for equal sizes and seed. All of it is invented. */
@NullMarked
package io.evalbeam.bench.generate;

import org.jspecify.annotations.NullMarked;
