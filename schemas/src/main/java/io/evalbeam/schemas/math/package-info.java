/** Arithmetic whose results do not depend on order: exact sums and moments of doubles. */
@NullMarked
package io.evalbeam.schemas.math;

import org.jspecify.annotations.NullMarked;
