/** {@code diff-stats}: what changed between two snapshots of statistics. */
@NullMarked
package io.evalbeam.pipelines.evaluation.diff;

import org.jspecify.annotations.NullMarked;
