/** Tests of reference data and its readers. */
@NullMarked
package io.evalbeam.schemas.reference;

import org.jspecify.annotations.NullMarked;
