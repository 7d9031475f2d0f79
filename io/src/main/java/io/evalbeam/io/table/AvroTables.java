package io.evalbeam.io.table;

import io.evalbeam.schemas.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.beam.sdk.schemas.Schema.FieldType;
import org.apache.beam.sdk.schemas.Schema.TypeName;
import org.apache.beam.sdk.schemas.logicaltypes.EnumerationType;

/** Avro schemas of tables: what Parquet files declare, column documentation included. */
public final class AvroTables {
  private static final String NAMESPACE = "io.evalbeam";

  private AvroTables() {}

  /** Avro schema of a table; enums become strings, nullable columns unions with a null default. */
  public static Schema schema(Table<?> table) {
    Schema schema = record(table.name(), table.schema());
    schema.addProp("evalbeam.key", String.join(",", table.key()));
    schema.addProp("evalbeam.description", table.description());
    return schema;
  }

  private static Schema record(String name, org.apache.beam.sdk.schemas.Schema beam) {
    List<Schema.Field> fields = new ArrayList<>();
    for (org.apache.beam.sdk.schemas.Schema.Field field : beam.getFields()) {
      String description = field.getDescription();
      Schema type = type(name + "_" + field.getName(), field.getType());
      boolean nullable = field.getType().getNullable();
      fields.add(
          new Schema.Field(
              field.getName(),
              nullable ? Schema.createUnion(Schema.create(Schema.Type.NULL), type) : type,
              description.isEmpty() ? null : description,
              nullable ? JsonProperties.NULL_VALUE : null));
    }
    return Schema.createRecord(name, null, NAMESPACE, false, fields);
  }

  private static Schema type(String name, FieldType type) {
    TypeName typeName = type.getTypeName();
    if (typeName.isLogicalType()) {
      if (type.getLogicalType() instanceof EnumerationType) {
        return Schema.create(Schema.Type.STRING);
      }
      throw unsupported(name, type);
    }
    if (typeName.isCollectionType()) {
      FieldType element = type.getCollectionElementType();
      if (element == null) {
        throw unsupported(name, type);
      }
      return Schema.createArray(type(name + "_item", element));
    }
    if (typeName == TypeName.ROW) {
      org.apache.beam.sdk.schemas.Schema nested = type.getRowSchema();
      if (nested == null) {
        throw unsupported(name, type);
      }
      return record(name, nested);
    }
    return switch (typeName) {
      case INT32 -> Schema.create(Schema.Type.INT);
      case INT64 -> Schema.create(Schema.Type.LONG);
      case DOUBLE -> Schema.create(Schema.Type.DOUBLE);
      case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
      case STRING -> Schema.create(Schema.Type.STRING);
      case BYTES -> Schema.create(Schema.Type.BYTES);
      default -> throw unsupported(name, type);
    };
  }

  private static IllegalArgumentException unsupported(String name, FieldType type) {
    return new IllegalArgumentException("column " + name + " has no Parquet type for " + type);
  }
}
