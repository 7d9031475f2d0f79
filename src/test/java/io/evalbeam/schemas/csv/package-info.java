/** Tests of text tables and of the guard against formulas. */
@NullMarked
package io.evalbeam.schemas.csv;

import org.jspecify.annotations.NullMarked;
