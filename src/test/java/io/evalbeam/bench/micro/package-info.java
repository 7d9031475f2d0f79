/** Hot functions measured by JMH; the benchmarks themselves lie in {@code src/test/bench}. */
@NullMarked
package io.evalbeam.bench.micro;

import org.jspecify.annotations.NullMarked;
