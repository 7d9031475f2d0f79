package io.evalbeam.schemas.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares that a record type is the row type of a published table. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TableSpec {
  /** Table name in snake_case; the Parquet files are named after it. */
  String name();

  /** One sentence on what a row is. */
  String description();

  /**
   * Columns, in snake_case, that identify a row; published files are sorted by them in this order.
   */
  String[] key();
}
