/** {@code aggregate-stats}: statistics of shards to comprehensive statistics and leaderboards. */
@NullMarked
package io.evalbeam.pipelines.evaluation.aggregate;

import org.jspecify.annotations.NullMarked;
