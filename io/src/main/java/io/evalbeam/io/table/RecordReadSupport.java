package io.evalbeam.io.table;

import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/**
 * Reads Parquet's columns into records as they are: what {@link RecordParquet} wrote.
 *
 * @param <T> row type of a table
 */
final class RecordReadSupport<T> extends ReadSupport<T> {
  private final Table<T> table;

  private RecordReadSupport(Table<T> table) {
    this.table = table;
  }

  /** A reader of the rows of a file. */
  static <T> ParquetReader<T> reader(Table<T> table, InputFile input) throws IOException {
    return new Builder<>(input, new RecordReadSupport<>(table)).build();
  }

  @Override
  public ReadContext init(InitContext context) {
    return new ReadContext(context.getFileSchema());
  }

  @Override
  @SuppressWarnings("deprecation") // abstract in Parquet
  public RecordMaterializer<T> prepareForRead(
      Configuration configuration,
      Map<String, String> metadata,
      MessageType schema,
      ReadContext context) {
    return new Rows<>(table, schema);
  }

  @Override
  public RecordMaterializer<T> prepareForRead(
      ParquetConfiguration configuration,
      Map<String, String> metadata,
      MessageType schema,
      ReadContext context) {
    return new Rows<>(table, schema);
  }

  private static final class Rows<T> extends RecordMaterializer<T> {
    private final Class<T> type;
    private final RecordColumns columns;
    private Object row = "no row yet";

    Rows(Table<T> table, MessageType schema) {
      this.type = table.rowType();
      this.columns = new RecordColumns(type, schema, record -> row = record);
    }

    @Override
    public T getCurrentRecord() {
      return type.cast(row);
    }

    @Override
    public GroupConverter getRootConverter() {
      return columns;
    }
  }

  private static final class Builder<T> extends ParquetReader.Builder<T> {
    private final ReadSupport<T> support;

    Builder(InputFile input, ReadSupport<T> support) {
      super(input, new PlainParquetConfiguration());
      this.support = support;
    }

    @Override
    protected ReadSupport<T> getReadSupport() {
      return support;
    }
  }
}
