package io.evalbeam.io.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * What the end of a Parquet file says about it: for files that a user names, of which nothing is
 * known yet.
 *
 * @param table name of the table, such as {@code leaderboard}; any text in files of other origin
 * @param columns top-level columns in the order of the file
 */
public record TableFooter(String table, List<String> columns) {
  private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

  /** Length of the footer, four bytes little-endian, and magic. */
  private static final int TRAILER = Integer.BYTES + MAGIC.length;

  public TableFooter {
    columns = List.copyOf(columns);
  }

  /**
   * Reads the end of a file.
   *
   * @throws java.io.FileNotFoundException when there is none
   * @throws MalformedTableException when it is not a complete Parquet file
   */
  public static TableFooter read(String path) throws IOException {
    byte[] footer = footer(path);
    MessageType schema;
    try {
      FileMetaData metadata = Util.readFileMetaData(new ByteArrayInputStream(footer));
      schema =
          new ParquetMetadataConverter()
              .fromParquetMetadata(metadata)
              .getFileMetaData()
              .getSchema();
    } catch (IOException e) {
      throw new MalformedTableException(path + ": the end of the Parquet file is damaged", e);
    }
    String name = schema.getName();
    return new TableFooter(
        name.substring(name.lastIndexOf('.') + 1),
        schema.getFields().stream().map(Type::getName).toList());
  }

  private static byte[] footer(String path) throws IOException {
    try (ChannelInput input = ChannelInput.open(path);
        SeekableInputStream stream = input.newStream()) {
      long end = input.getLength() - TRAILER;
      if (end < MAGIC.length) {
        throw new MalformedTableException(path + ": not a Parquet file, or cut off");
      }
      byte[] trailer = new byte[TRAILER];
      stream.seek(end);
      stream.readFully(trailer);
      int length = ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN).getInt();
      boolean complete = Arrays.equals(MAGIC, Arrays.copyOfRange(trailer, Integer.BYTES, TRAILER));
      if (!complete || length < 0 || length > end - MAGIC.length) {
        throw new MalformedTableException(path + ": not a Parquet file, or cut off");
      }
      byte[] footer = new byte[length];
      stream.seek(end - length);
      stream.readFully(footer);
      return footer;
    }
  }
}
