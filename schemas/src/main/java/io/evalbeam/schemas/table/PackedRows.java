package io.evalbeam.schemas.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.coders.Coder;

/**
 * Many rows as one element: their encodings one after the other. A runner that keeps elements in
 * memory then keeps compact bytes instead of objects, and pays its price per element once a bucket.
 */
public final class PackedRows {
  private PackedRows() {}

  /** Encodes rows in their order. */
  public static <T> byte[] pack(Coder<T> coder, List<T> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    rows.forEach(row -> append(coder, row, out));
    return out.toByteArray();
  }

  /** Adds the encoding of a row. */
  public static <T> void append(Coder<T> coder, T row, ByteArrayOutputStream out) {
    try {
      coder.encode(row, out);
    } catch (IOException e) {
      throw new UncheckedIOException("a row of this job cannot be encoded", e);
    }
  }

  /** Decodes rows one by one. */
  public static <T> void unpack(Coder<T> coder, byte[] packed, Consumer<T> rows) {
    InputStream in = new ByteArrayInputStream(packed);
    try {
      while (in.available() > 0) {
        rows.accept(coder.decode(in));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("rows packed by this job cannot be decoded", e);
    }
  }

  /** Decodes the rows of all chunks, in their order; goes through the chunks once. */
  public static <T> List<T> unpackAll(Coder<T> coder, Iterable<byte[]> chunks) {
    List<T> rows = new ArrayList<>();
    chunks.forEach(chunk -> unpack(coder, chunk, rows::add));
    return rows;
  }
}
