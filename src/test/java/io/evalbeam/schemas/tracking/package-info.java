/** Tests of the records of model tracking. */
@NullMarked
package io.evalbeam.schemas.tracking;

import org.jspecify.annotations.NullMarked;
