package io.evalbeam.io.evaluation.detail;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** Types of columns, with lists and maps in the three levels of the Parquet specification. */
enum ColumnType {
  TEXT("text"),
  INTEGER("int32"),
  LONG("int64"),
  DOUBLE("double"),
  BOOLEAN("boolean"),
  /** Milliseconds since 1970, UTC. */
  TIMESTAMP("timestamp"),
  TEXTS("list of text"),
  ARGUMENTS("list of (name, value)"),
  REFERENCES("list of (text, correct)"),
  METRICS("map of text to double");

  private final String title;

  ColumnType(String title) {
    this.title = title;
  }

  /** Name for people. */
  String title() {
    return title;
  }

  /** Type of a column of this kind. */
  Type of(String name, boolean nullable) {
    Repetition repetition = nullable ? Repetition.OPTIONAL : Repetition.REQUIRED;
    return switch (this) {
      case TEXT -> text(name, repetition);
      case INTEGER -> plain(name, repetition, PrimitiveTypeName.INT32);
      case LONG -> plain(name, repetition, PrimitiveTypeName.INT64);
      case DOUBLE -> plain(name, repetition, PrimitiveTypeName.DOUBLE);
      case BOOLEAN -> plain(name, repetition, PrimitiveTypeName.BOOLEAN);
      case TIMESTAMP ->
          Types.primitive(PrimitiveTypeName.INT64, repetition)
              .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
              .named(name);
      case TEXTS -> list(name, repetition, text("element", Repetition.REQUIRED));
      case ARGUMENTS ->
          list(
              name,
              repetition,
              struct(text("name", Repetition.REQUIRED), text("value", Repetition.REQUIRED)));
      case REFERENCES ->
          list(
              name,
              repetition,
              struct(
                  text("text", Repetition.REQUIRED),
                  plain("correct", Repetition.REQUIRED, PrimitiveTypeName.BOOLEAN)));
      case METRICS ->
          Types.map(repetition)
              .key(text("key", Repetition.REQUIRED))
              .value(plain("value", Repetition.REQUIRED, PrimitiveTypeName.DOUBLE))
              .named(name);
    };
  }

  private static PrimitiveType text(String name, Repetition repetition) {
    return Types.primitive(PrimitiveTypeName.BINARY, repetition)
        .as(LogicalTypeAnnotation.stringType())
        .named(name);
  }

  private static PrimitiveType plain(String name, Repetition repetition, PrimitiveTypeName type) {
    return Types.primitive(type, repetition).named(name);
  }

  private static Type struct(Type first, Type second) {
    return Types.requiredGroup().addFields(first, second).named("element");
  }

  private static Type list(String name, Repetition repetition, Type element) {
    return Types.list(repetition).element(element).named(name);
  }
}
