package io.evalbeam.io.table;

import io.evalbeam.schemas.table.RecordAccess;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of one type from Avro's generic form. Built once per type: the kinds of its
 * components are looked up at construction, not per row.
 */
final class RecordConverter {
  private final RecordAccess access;
  private final List<Component> components = new ArrayList<>();

  RecordConverter(Class<?> type) {
    this.access = RecordAccess.of(type);
    for (RecordComponent component : type.getRecordComponents()) {
      components.add(component(component.getGenericType()));
    }
  }

  Object fromAvro(IndexedRecord avro) {
    @Nullable Object[] values = new @Nullable Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = avro.get(i);
      values[i] = value == null ? null : components.get(i).fromAvro(value);
    }
    return access.create(values);
  }

  private static Component component(Type type) {
    if (type instanceof ParameterizedType list) {
      return new ListComponent(component(list.getActualTypeArguments()[0]));
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return new EnumComponent(plain);
    }
    if (plain.isRecord()) {
      return new NestedComponent(new RecordConverter(plain));
    }
    if (plain == byte[].class) {
      return new BytesComponent();
    }
    return plain == String.class ? new TextComponent() : new PlainComponent();
  }

  private interface Component {
    Object fromAvro(Object value);
  }

  private record PlainComponent() implements Component {
    @Override
    public Object fromAvro(Object value) {
      return value;
    }
  }

  private record TextComponent() implements Component {
    @Override
    public Object fromAvro(Object value) {
      return value.toString();
    }
  }

  private record BytesComponent() implements Component {
    @Override
    public Object fromAvro(Object value) {
      ByteBuffer buffer = ((ByteBuffer) value).duplicate();
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    }
  }

  private record EnumComponent(Class<?> type) implements Component {
    @Override
    public Object fromAvro(Object value) {
      return RecordColumns.constant(type, value.toString());
    }
  }

  private record NestedComponent(RecordConverter converter) implements Component {
    @Override
    public Object fromAvro(Object value) {
      return converter.fromAvro((IndexedRecord) value);
    }
  }

  private record ListComponent(Component element) implements Component {
    @Override
    public Object fromAvro(Object value) {
      List<Object> items = new ArrayList<>();
      for (Object item : (List<?>) value) {
        items.add(element.fromAvro(item));
      }
      return items;
    }
  }
}
