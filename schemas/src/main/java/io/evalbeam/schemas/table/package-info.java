/**
 * What a table is: one record type yields the Beam coder, the Parquet schema and the column
 * documentation.
 */
@NullMarked
package io.evalbeam.schemas.table;

import org.jspecify.annotations.NullMarked;
