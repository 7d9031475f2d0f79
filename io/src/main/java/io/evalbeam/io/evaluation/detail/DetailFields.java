package io.evalbeam.io.evaluation.detail;

import io.evalbeam.schemas.evaluation.MetricValues;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.GroupWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Writes the columns of a row, in any order; a column that is null or left out is null. */
final class DetailFields {
  private final RecordConsumer consumer;
  private final GroupWriter groups;
  private final @Nullable String[] lastTexts = new String[DetailColumn.values().length];
  private final Binary[] lastBinaries = new Binary[lastTexts.length];

  DetailFields(RecordConsumer consumer) {
    this.consumer = consumer;
    this.groups = new GroupWriter(consumer, DetailSchema.MESSAGE);
  }

  /** Text as Parquet holds it; what is written often is converted once. */
  static Binary binary(String text) {
    return Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A row of another file. */
  void row(Group group) {
    groups.write(group);
  }

  void startRow() {
    consumer.startMessage();
  }

  void endRow() {
    consumer.endMessage();
  }

  void text(DetailColumn column, @Nullable String value) {
    if (value != null) {
      text(column, binary(value));
    }
  }

  /** A text that often is the one of the row before: it is then converted once. */
  void repeatedText(DetailColumn column, @Nullable String value) {
    if (value == null) {
      return;
    }
    int position = column.position();
    if (!value.equals(lastTexts[position])) {
      lastTexts[position] = value;
      lastBinaries[position] = binary(value);
    }
    text(column, lastBinaries[position]);
  }

  void text(DetailColumn column, Binary value) {
    start(column);
    consumer.addBinary(value);
    end(column);
  }

  void integer(DetailColumn column, @Nullable Integer value) {
    if (value != null) {
      start(column);
      consumer.addInteger(value);
      end(column);
    }
  }

  void number(DetailColumn column, @Nullable Long value) {
    if (value != null) {
      start(column);
      consumer.addLong(value);
      end(column);
    }
  }

  void real(DetailColumn column, @Nullable Double value) {
    if (value != null) {
      start(column);
      consumer.addDouble(value);
      end(column);
    }
  }

  void truth(DetailColumn column, @Nullable Boolean value) {
    if (value != null) {
      start(column);
      consumer.addBoolean(value);
      end(column);
    }
  }

  void texts(DetailColumn column, List<Binary> values) {
    list(column, values, consumer::addBinary);
  }

  /** A list of structs with a text and a second member. */
  <T> void structs(DetailColumn column, List<T> values, Consumer<T> members) {
    list(
        column,
        values,
        value -> {
          consumer.startGroup();
          members.accept(value);
          consumer.endGroup();
        });
  }

  /** Member of a struct. */
  void member(String name, int index, Binary value) {
    consumer.startField(name, index);
    consumer.addBinary(value);
    consumer.endField(name, index);
  }

  /** Member of a struct. */
  void member(String name, int index, boolean value) {
    consumer.startField(name, index);
    consumer.addBoolean(value);
    consumer.endField(name, index);
  }

  /** A map of the values that are present, in the order of their positions. */
  void metrics(DetailColumn column, MetricValues values, Function<String, Binary> names) {
    start(column);
    consumer.startGroup();
    boolean empty = true;
    for (int i = 0; i < values.size(); i++) {
      if (values.isPresent(i)) {
        if (empty) {
          consumer.startField("key_value", 0);
          empty = false;
        }
        entry(names.apply(values.name(i)), values.value(i));
      }
    }
    if (!empty) {
      consumer.endField("key_value", 0);
    }
    consumer.endGroup();
    end(column);
  }

  private void entry(Binary key, double value) {
    consumer.startGroup();
    member("key", 0, key);
    consumer.startField("value", 1);
    consumer.addDouble(value);
    consumer.endField("value", 1);
    consumer.endGroup();
  }

  private <T> void list(DetailColumn column, List<T> values, Consumer<T> element) {
    start(column);
    consumer.startGroup();
    // Parquet's writer takes no field without a value: an empty list is a group without fields.
    if (!values.isEmpty()) {
      consumer.startField("list", 0);
      for (T value : values) {
        consumer.startGroup();
        consumer.startField("element", 0);
        element.accept(value);
        consumer.endField("element", 0);
        consumer.endGroup();
      }
      consumer.endField("list", 0);
    }
    consumer.endGroup();
    end(column);
  }

  private void start(DetailColumn column) {
    consumer.startField(column.column(), column.position());
  }

  private void end(DetailColumn column) {
    consumer.endField(column.column(), column.position());
  }
}
