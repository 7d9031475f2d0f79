package io.evalbeam.io.evaluation.detail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Schema of the detail table: what its Parquet files declare, column documentation included. */
final class DetailSchema {
  /** Name of the table. */
  static final String TABLE = "detail";

  static final String DESCRIPTION = "One row per response of a model to an instance.";

  /** Columns in the order of {@link DetailColumn}. */
  static final MessageType MESSAGE = new MessageType(TABLE, columns());

  private static final String NAMESPACE = "io.evalbeam";

  private DetailSchema() {}

  private static List<Type> columns() {
    return Arrays.stream(DetailColumn.values())
        .map(column -> column.type().of(column.column(), column.nullable()))
        .toList();
  }

  /** Metadata of a file: the documentation, where the other tables have theirs. */
  static Map<String, String> metadata() {
    return Map.of("parquet.avro.schema", avro().toString(), "writer.model.name", "avro");
  }

  /** The schema as readers by Avro see it. */
  static Schema avro() {
    PlainParquetConfiguration configuration = new PlainParquetConfiguration();
    // Without it the converter takes the middle level of a list for a record of its own.
    configuration.setBoolean("parquet.avro.add-list-element-records", false);
    Schema plain = new AvroSchemaConverter(configuration).convert(MESSAGE);
    List<Schema.Field> fields = new ArrayList<>();
    for (DetailColumn column : DetailColumn.values()) {
      Schema.Field field = plain.getField(column.column());
      fields.add(
          new Schema.Field(field.name(), field.schema(), column.description(), field.defaultVal()));
    }
    Schema schema = Schema.createRecord(TABLE, null, NAMESPACE, false, fields);
    schema.addProp("evalbeam.key", DetailColumn.EVALUATION_ID.column());
    schema.addProp("evalbeam.description", DESCRIPTION);
    return schema;
  }
}
