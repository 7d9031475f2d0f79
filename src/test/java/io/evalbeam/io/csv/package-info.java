/** Tests of CSV files. */
@NullMarked
package io.evalbeam.io.csv;

import org.jspecify.annotations.NullMarked;
