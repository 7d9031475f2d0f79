/** Tests of the {@code tracker} policy. */
@NullMarked
package io.evalbeam.transforms.tracker;

import org.jspecify.annotations.NullMarked;
