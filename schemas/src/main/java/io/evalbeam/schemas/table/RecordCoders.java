package io.evalbeam.schemas.table;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.schemas.SchemaRegistry;

/** Coders of records, for places where Beam cannot infer them. */
public final class RecordCoders {
  private RecordCoders() {}

  /**
   * The schema coder of a record type.
   *
   * @throws IllegalArgumentException when the type is not annotated with its schema provider
   */
  public static <T> Coder<T> of(Class<T> type) {
    try {
      return SchemaRegistry.createDefault().getSchemaCoder(type);
    } catch (NoSuchSchemaException e) {
      throw new IllegalArgumentException(type.getName() + " has no schema", e);
    }
  }
}
