package io.evalbeam.io.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The end of a Parquet file, from any byte before its footer on. Gives equal files equal footers:
 * writers list the encodings of a column in the order of a hash set of enum constants, and the
 * entries about the file in that of a map, and both differ between processes; the format gives that
 * order no meaning.
 */
final class ParquetTail extends ByteArrayOutputStream {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** Length of the footer, four bytes little-endian, and magic. */
  private static final int TRAILER = 8;

  /** Writes all bytes, with encodings and entries in the footer sorted. */
  void writeOrdered(OutputStream out) throws IOException {
    int footerStart = footerStart();
    out.write(buf, 0, footerStart);
    byte[] footer = sorted(footerStart);
    out.write(footer);
    out.write(littleEndian(Integer.BYTES).putInt(footer.length).array());
    out.write(MAGIC);
  }

  private int footerStart() throws IOException {
    int length = count < TRAILER ? -1 : littleEndian().getInt(count - TRAILER);
    int start = count - TRAILER - length;
    if (length < 0 || start < 0) {
      throw new IOException("the Parquet writer did not end the file with a footer");
    }
    return start;
  }

  private byte[] sorted(int footerStart) throws IOException {
    FileMetaData metadata =
        Util.readFileMetaData(new ByteArrayInputStream(buf, footerStart, count - footerStart));
    for (RowGroup group : metadata.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        Collections.sort(column.getMeta_data().getEncodings());
      }
    }
    if (metadata.isSetKey_value_metadata()) {
      metadata.getKey_value_metadata().sort(Comparator.comparing(KeyValue::getKey));
    }
    ByteArrayOutputStream footer = new ByteArrayOutputStream();
    Util.writeFileMetaData(metadata, footer);
    return footer.toByteArray();
  }

  private ByteBuffer littleEndian() {
    return ByteBuffer.wrap(buf).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
