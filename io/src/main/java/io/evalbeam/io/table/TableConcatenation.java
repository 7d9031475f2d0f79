package io.evalbeam.io.table;

import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.List;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.schema.MessageType;

/**
 * Joins Parquet files of one table into one file in the staging folder: row groups are copied as
 * they are, without reading rows, so neither time nor memory depends on what is in them. Each
 * part's rows stay together, in the order of the parts.
 */
public final class TableConcatenation {
  private TableConcatenation() {}

  /**
   * Joins files that {@link TableFileWriter} wrote, at least one.
   *
   * @param target path the file will have, relative to the output directory
   * @throws MalformedTableException when a part is not of this table
   */
  public static StagedFile write(Table<?> table, List<String> parts, String staging, String target)
      throws IOException {
    FileMetaData first = metadata(parts.get(0));
    MessageType schema = first.getSchema();
    try (StagedParquet output = StagedParquet.create(staging, target)) {
      ParquetFileWriter writer =
          new ParquetFileWriter(
              new ParquetOutput(output.content()),
              schema,
              ParquetFileWriter.Mode.CREATE,
              RecordParquet.ROW_GROUP_BYTES,
              0,
              null,
              ParquetProperties.builder().build());
      writer.start();
      long rows = 0;
      for (String part : parts) {
        rows += append(part, schema, writer);
      }
      return output.finish(() -> writer.end(first.getKeyValueMetaData()), table.name(), rows);
    }
  }

  private static FileMetaData metadata(String path) throws IOException {
    try (ChannelInput input = ChannelInput.open(path);
        ParquetFileReader reader = ParquetFileReader.open(input)) {
      return reader.getFileMetaData();
    }
  }

  private static long append(String path, MessageType schema, ParquetFileWriter writer)
      throws IOException {
    try (ChannelInput input = ChannelInput.open(path);
        ParquetFileReader reader = ParquetFileReader.open(input)) {
      if (!reader.getFileMetaData().getSchema().equals(schema)) {
        throw new MalformedTableException(path + ": rows of another table or version");
      }
      reader.appendTo(writer);
      return reader.getRecordCount();
    }
  }
}
