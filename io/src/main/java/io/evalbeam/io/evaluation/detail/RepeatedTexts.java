package io.evalbeam.io.evaluation.detail;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.factory.DefaultValuesWriterFactory;
import org.apache.parquet.column.values.factory.ValuesWriterFactory;
import org.apache.parquet.column.values.fallback.FallbackValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Encodes columns as Parquet does, texts with a dictionary by {@link RepeatedTextWriter}. */
final class RepeatedTexts implements ValuesWriterFactory {
  private final ValuesWriterFactory standard = new DefaultValuesWriterFactory();

  @SuppressWarnings("NullAway.Init") // Parquet initialises before it writes
  private ParquetProperties properties;

  @Override
  public void initialize(ParquetProperties settings) {
    properties = settings;
    standard.initialize(settings);
  }

  @Override
  public ValuesWriter newValuesWriter(ColumnDescriptor column) {
    if (column.getPrimitiveType().getPrimitiveTypeName() != PrimitiveTypeName.BINARY
        || !properties.isDictionaryEnabled(column)) {
      return standard.newValuesWriter(column);
    }
    return FallbackValuesWriter.of(
        new RepeatedTextWriter(
            properties.getDictionaryPageSizeThreshold(), properties.getAllocator()),
        new PlainValuesWriter(
            properties.getInitialSlabSize(),
            properties.getPageSizeThreshold(),
            properties.getAllocator()));
  }
}
