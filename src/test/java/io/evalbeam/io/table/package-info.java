/** Tests of tables in Parquet. */
@NullMarked
package io.evalbeam.io.table;

import org.jspecify.annotations.NullMarked;
