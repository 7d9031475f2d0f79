package io.evalbeam.io.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Gives equal Parquet files equal footers. The writer lists the encodings of a column in the order
 * of a hash set of enum constants, which differs between processes; the format gives that order no
 * meaning.
 */
final class ParquetFooter {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** Length of the footer, four bytes, and magic. */
  private static final int TAIL = 8;

  private ParquetFooter() {}

  /** Copies a complete file with its encodings sorted; everything before the footer stays. */
  static void copySorted(Path file, OutputStream out) throws IOException {
    long footerStart;
    FileMetaData metadata;
    try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "r")) {
      byte[] length = new byte[Integer.BYTES];
      random.seek(random.length() - TAIL);
      random.readFully(length);
      footerStart =
          random.length() - TAIL - ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
      random.seek(footerStart);
      metadata = Util.readFileMetaData(Channels.newInputStream(random.getChannel()));
    }
    try (InputStream in = Files.newInputStream(file)) {
      copy(in, out, footerStart);
    }
    byte[] footer = sorted(metadata);
    out.write(footer);
    out.write(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(footer.length)
            .array());
    out.write(MAGIC);
  }

  private static byte[] sorted(FileMetaData metadata) throws IOException {
    for (RowGroup group : metadata.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        Collections.sort(column.getMeta_data().getEncodings());
      }
    }
    ByteArrayOutputStream footer = new ByteArrayOutputStream();
    Util.writeFileMetaData(metadata, footer);
    return footer.toByteArray();
  }

  private static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = bytes;
    while (left > 0) {
      int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
      if (read == 0) {
        throw new IOException("the file ended before its footer");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
