package io.evalbeam.schemas.table;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * A published table: its row type, name, key and Beam schema. Everything else (coder, Parquet
 * schema, column documentation, order of rows in a file) follows from it.
 *
 * @param <T> row type, a public record annotated with {@link TableSpec}
 */
public final class Table<T> {
  private final Class<T> rowType;
  private final TableSpec spec;
  private final Schema schema;
  private final RecordAccess access;

  private Table(Class<T> rowType, TableSpec spec) {
    this.rowType = rowType;
    this.spec = spec;
    RecordSchemaProvider provider = new RecordSchemaProvider();
    TypeDescriptor<T> type = TypeDescriptor.of(rowType);
    this.schema = requireNonNull(provider.schemaFor(type), "schema is null");
    this.access = RecordAccess.of(rowType);
  }

  /**
   * The table of a row type.
   *
   * @throws IllegalArgumentException when the type is no annotated record or names an unknown key
   */
  public static <T> Table<T> of(Class<T> rowType) {
    TableSpec spec = rowType.getAnnotation(TableSpec.class);
    if (spec == null) {
      throw new IllegalArgumentException(rowType.getName() + " has no @TableSpec");
    }
    Table<T> table = new Table<>(rowType, spec);
    for (String key : spec.key()) {
      if (!table.schema.hasField(key)) {
        throw new IllegalArgumentException(
            "table " + spec.name() + " has no column " + key + " for its key");
      }
    }
    return table;
  }

  public Class<T> rowType() {
    return rowType;
  }

  public String name() {
    return spec.name();
  }

  public String description() {
    return spec.description();
  }

  /** Key columns in sort order. */
  public List<String> key() {
    return List.of(spec.key());
  }

  /** Columns with types, nullability and descriptions, in order of declaration. */
  public Schema schema() {
    return schema;
  }

  /** Value of the i-th column; nested records and enums as they are in Java. */
  public @Nullable Object value(T row, int column) {
    return access.get(row, column);
  }

  /**
   * Orders rows by the key columns: numbers by value, text by code unit, null first. Rows with
   * equal keys compare as equal.
   */
  public Comparator<T> keyOrder() {
    int[] columns = Arrays.stream(spec.key()).mapToInt(schema::indexOf).toArray();
    return (a, b) -> {
      for (int column : columns) {
        int order = compareNullable(value(a, column), value(b, column));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  @SuppressWarnings("unchecked") // both values come from one column, whose type is comparable
  private static int compareNullable(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return Boolean.compare(a != null, b != null);
    }
    return ((Comparable<Object>) a).compareTo(b);
  }
}
