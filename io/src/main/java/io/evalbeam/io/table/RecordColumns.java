package io.evalbeam.io.table;

import io.evalbeam.schemas.table.RecordAccess;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.InvalidRecordException;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of one type of the columns of a group, the counterpart of {@link RecordFields}: the
 * columns are those of the components, in their order. Built once per file.
 */
final class RecordColumns extends GroupConverter {
  private final RecordAccess access;
  private final Consumer<Object> taker;
  private final @Nullable Object[] values;
  private final Converter[] converters;

  /**
   * Columns of a record type.
   *
   * @param taker takes each record
   * @throws InvalidRecordException when the file has more or fewer columns
   */
  RecordColumns(Class<?> type, GroupType schema, Consumer<Object> taker) {
    this.access = RecordAccess.of(type);
    this.taker = taker;
    RecordComponent[] components = type.getRecordComponents();
    this.values = new @Nullable Object[components.length];
    this.converters = new Converter[schema.getFieldCount()];
    if (converters.length != components.length) {
      throw new InvalidRecordException(
          schema.getName() + " has " + converters.length + " columns, not " + components.length);
    }
    for (int i = 0; i < converters.length; i++) {
      int place = i;
      converters[i] =
          converter(
              components[i].getGenericType(), schema.getType(i), value -> values[place] = value);
    }
  }

  @Override
  public Converter getConverter(int field) {
    return converters[field];
  }

  @Override
  public void start() {
    Arrays.fill(values, null);
  }

  @Override
  public void end() {
    taker.accept(access.create(values.clone()));
  }

  private static Converter converter(
      Type type, org.apache.parquet.schema.Type schema, Consumer<Object> taker) {
    if (type instanceof ParameterizedType list) {
      return new ListConverter(list.getActualTypeArguments()[0], schema.asGroupType(), taker);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return new RecordColumns(plain, schema.asGroupType(), taker);
    }
    if (plain.isEnum()) {
      return new TextConverter(name -> constant(plain, name), taker);
    }
    if (plain == String.class) {
      return new TextConverter(text -> text, taker);
    }
    return new PlainConverter(taker);
  }

  /** The constant of an enum with a name. */
  static Object constant(Class<?> type, String name) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(type.getSimpleName() + " has no value " + name);
  }

  private static final class PlainConverter extends PrimitiveConverter {
    private final Consumer<Object> taker;

    PlainConverter(Consumer<Object> taker) {
      this.taker = taker;
    }

    @Override
    public void addBinary(Binary value) {
      taker.accept(value.getBytes());
    }

    @Override
    public void addBoolean(boolean value) {
      taker.accept(value);
    }

    @Override
    public void addDouble(double value) {
      taker.accept(value);
    }

    @Override
    public void addInt(int value) {
      taker.accept(value);
    }

    @Override
    public void addLong(long value) {
      taker.accept(value);
    }
  }

  /** Text, or what a text stands for; entries of a dictionary are converted once. */
  private static final class TextConverter extends PrimitiveConverter {
    private final Function<String, Object> meaning;
    private final Consumer<Object> taker;
    private Object[] entries = {};

    TextConverter(Function<String, Object> meaning, Consumer<Object> taker) {
      this.meaning = meaning;
      this.taker = taker;
    }

    @Override
    public boolean hasDictionarySupport() {
      return true;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
      entries = new Object[dictionary.getMaxId() + 1];
      Arrays.setAll(
          entries, id -> meaning.apply(dictionary.decodeToBinary(id).toStringUsingUTF8()));
    }

    @Override
    public void addValueFromDictionary(int id) {
      taker.accept(entries[id]);
    }

    @Override
    public void addBinary(Binary value) {
      taker.accept(meaning.apply(value.toStringUsingUTF8()));
    }
  }

  /** A group of a repeated group of the element, as the specification's lists are. */
  private static final class ListConverter extends GroupConverter {
    private final Consumer<Object> taker;
    private final Repeated repeated;
    private List<Object> items = new ArrayList<>();

    ListConverter(Type element, GroupType schema, Consumer<Object> taker) {
      this.taker = taker;
      this.repeated =
          new Repeated(
              RecordColumns.converter(
                  element, schema.getType(0).asGroupType().getType(0), item -> items.add(item)));
    }

    @Override
    public Converter getConverter(int field) {
      return repeated;
    }

    @Override
    public void start() {
      items = new ArrayList<>();
    }

    @Override
    public void end() {
      taker.accept(items);
    }
  }

  private static final class Repeated extends GroupConverter {
    private final Converter element;

    Repeated(Converter element) {
      this.element = element;
    }

    @Override
    public Converter getConverter(int field) {
      return element;
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
