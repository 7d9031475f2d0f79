/** Tables of text cells, as read from and written to CSV files. */
@NullMarked
package io.evalbeam.schemas.csv;

import org.jspecify.annotations.NullMarked;
