/** Policy {@code tracker}: the rules of the original tracker, reproduced for comparison only. */
@NullMarked
package io.evalbeam.transforms.tracker;

import org.jspecify.annotations.NullMarked;
