/**
 * From statistics of shards to comprehensive statistics: cells of one task, comparisons of its
 * models, and what follows from all tasks of a benchmark.
 */
@NullMarked
package io.evalbeam.transforms.aggregate;

import org.jspecify.annotations.NullMarked;
