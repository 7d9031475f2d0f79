package io.evalbeam.io.table;

import static java.util.Objects.requireNonNull;

import io.evalbeam.schemas.table.RecordAccess;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one record type as Parquet's columns take them. Built once per file: the kinds of
 * the components are looked up at construction, not per row.
 */
final class RecordFields {
  private final RecordAccess access;
  private final List<String> names = new ArrayList<>();
  private final List<Value> values = new ArrayList<>();

  RecordFields(Class<?> type, GroupType schema) {
    this.access = RecordAccess.of(type);
    RecordComponent[] components = type.getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      names.add(schema.getFieldName(i));
      values.add(value(components[i].getGenericType(), schema.getType(i)));
    }
  }

  /** Writes the components of a record that are not null, inside a message or group. */
  void write(Object row, RecordConsumer consumer) {
    for (int i = 0; i < values.size(); i++) {
      Object value = access.get(row, i);
      if (value != null) {
        consumer.startField(names.get(i), i);
        values.get(i).write(value, consumer);
        consumer.endField(names.get(i), i);
      }
    }
  }

  private static Value value(Type type, org.apache.parquet.schema.Type schema) {
    if (type instanceof ParameterizedType list) {
      GroupType repeated = schema.asGroupType().getType(0).asGroupType();
      return new ListValue(value(list.getActualTypeArguments()[0], repeated.getType(0)));
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return new GroupValue(new RecordFields(plain, schema.asGroupType()));
    }
    if (plain.isEnum()) {
      return new EnumValue(plain);
    }
    if (plain == String.class) {
      return new TextValue();
    }
    if (plain == byte[].class) {
      return (value, consumer) -> consumer.addBinary(Binary.fromConstantByteArray((byte[]) value));
    }
    return switch (schema.asPrimitiveType().getPrimitiveTypeName()) {
      case INT32 -> (value, consumer) -> consumer.addInteger((Integer) value);
      case INT64 -> (value, consumer) -> consumer.addLong((Long) value);
      case DOUBLE -> (value, consumer) -> consumer.addDouble((Double) value);
      case BOOLEAN -> (value, consumer) -> consumer.addBoolean((Boolean) value);
      case FLOAT, BINARY, INT96, FIXED_LEN_BYTE_ARRAY ->
          throw new IllegalArgumentException("no column is of type " + schema);
    };
  }

  private interface Value {
    void write(Object value, RecordConsumer consumer);
  }

  /** Text; that of the row before is converted once. */
  private static final class TextValue implements Value {
    private @Nullable Object last;
    private Binary binary = Binary.EMPTY;

    @Override
    public void write(Object value, RecordConsumer consumer) {
      if (!value.equals(last)) {
        last = value;
        binary = binary((String) value);
      }
      consumer.addBinary(binary);
    }
  }

  private static final class EnumValue implements Value {
    private final Map<Object, Binary> names = new HashMap<>();

    EnumValue(Class<?> type) {
      for (Object constant : type.getEnumConstants()) {
        names.put(constant, binary(((Enum<?>) constant).name()));
      }
    }

    @Override
    public void write(Object value, RecordConsumer consumer) {
      consumer.addBinary(requireNonNull(names.get(value)));
    }
  }

  private record GroupValue(RecordFields fields) implements Value {
    @Override
    public void write(Object value, RecordConsumer consumer) {
      consumer.startGroup();
      fields.write(value, consumer);
      consumer.endGroup();
    }
  }

  /** A group of a repeated group of the element. */
  private record ListValue(Value element) implements Value {
    @Override
    public void write(Object value, RecordConsumer consumer) {
      List<?> items = (List<?>) value;
      consumer.startGroup();
      // Parquet takes no field without a value: an empty list is a group without fields.
      if (!items.isEmpty()) {
        consumer.startField("list", 0);
        for (Object item : items) {
          consumer.startGroup();
          consumer.startField("element", 0);
          element.write(item, consumer);
          consumer.endField("element", 0);
          consumer.endGroup();
        }
        consumer.endField("list", 0);
      }
      consumer.endGroup();
    }
  }

  private static Binary binary(String text) {
    return Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
  }
}
