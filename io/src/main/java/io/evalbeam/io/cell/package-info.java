/** From text to values: numbers, dates and characters, free of locale and of guesses. */
@NullMarked
package io.evalbeam.io.cell;

import org.jspecify.annotations.NullMarked;
