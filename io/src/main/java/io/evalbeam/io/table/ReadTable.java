package io.evalbeam.io.table;

import io.evalbeam.schemas.table.RecordCoders;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.parquet.ParquetIO;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Reads the Parquet files of one table. The order of rows is not defined.
 *
 * @param <T> row type of the table
 */
public final class ReadTable<T> extends PTransform<PBegin, PCollection<T>> {
  private final Class<T> rowType;
  private final List<String> patterns;

  private ReadTable(Class<T> rowType, List<String> patterns) {
    this.rowType = rowType;
    this.patterns = List.copyOf(patterns);
  }

  /** Reads every file that matches one of the globs; a glob without a match fails the job. */
  public static <T> ReadTable<T> from(Class<T> rowType, List<String> patterns) {
    return new ReadTable<>(rowType, patterns);
  }

  @Override
  public PCollection<T> expand(PBegin begin) {
    return begin
        .apply("Patterns", Create.of(patterns))
        .apply("Match", FileIO.matchAll().withEmptyMatchTreatment(EmptyMatchTreatment.DISALLOW))
        .apply("Open", FileIO.readMatches())
        .apply(
            "ReadRows",
            ParquetIO.parseFilesGenericRecords(new FromAvro<>(rowType))
                .withCoder(RecordCoders.of(rowType)));
  }

  private static final class FromAvro<T> implements SerializableFunction<GenericRecord, T> {
    private final Class<T> rowType;
    private transient RecordConverter converter;

    @SuppressWarnings("NullAway.Init") // the converter is built on the worker, at the first row
    FromAvro(Class<T> rowType) {
      this.rowType = rowType;
    }

    @Override
    public T apply(GenericRecord avro) {
      if (converter == null) {
        converter = new RecordConverter(rowType);
      }
      return rowType.cast(converter.fromAvro(avro));
    }
  }
}
