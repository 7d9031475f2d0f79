/** CSV files as tables of text cells. */
@NullMarked
package io.evalbeam.io.csv;

import org.jspecify.annotations.NullMarked;
