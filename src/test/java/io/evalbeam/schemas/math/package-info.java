/** Tests of exact arithmetic against BigDecimal. */
@NullMarked
package io.evalbeam.schemas.math;

import org.jspecify.annotations.NullMarked;
