/** Tests of numbers, dates and text decoding. */
@NullMarked
package io.evalbeam.io.cell;

import org.jspecify.annotations.NullMarked;
