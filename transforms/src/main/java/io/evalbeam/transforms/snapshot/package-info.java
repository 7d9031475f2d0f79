/** What changed between two snapshots of statistics. */
@NullMarked
package io.evalbeam.transforms.snapshot;

import org.jspecify.annotations.NullMarked;
