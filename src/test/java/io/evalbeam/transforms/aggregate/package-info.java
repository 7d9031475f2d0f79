/** Statistics of tasks and benchmarks from rows of shards. */
@NullMarked
package io.evalbeam.transforms.aggregate;

import org.jspecify.annotations.NullMarked;
