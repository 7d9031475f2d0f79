/** Tests of comparisons of snapshots. */
@NullMarked
package io.evalbeam.transforms.snapshot;

import org.jspecify.annotations.NullMarked;
