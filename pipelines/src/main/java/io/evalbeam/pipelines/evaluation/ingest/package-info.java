/** {@code ingest-evals}: evaluation runs to detailed shards and their statistics. */
@NullMarked
package io.evalbeam.pipelines.evaluation.ingest;

import org.jspecify.annotations.NullMarked;
