/** Tables to Parquet and back; the Avro schema follows from the record type. */
@NullMarked
package io.evalbeam.io.table;

import org.jspecify.annotations.NullMarked;
