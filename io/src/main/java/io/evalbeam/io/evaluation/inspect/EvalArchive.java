package io.evalbeam.io.evaluation.inspect;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.evalbeam.io.files.HashingInput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Streams a log that is a ZIP archive: {@code header.json} holds its fields, {@code
 * samples/{id}_epoch_{n}.json} one sample each. A log that was not finished has {@code
 * _journal/start.json} in place of the header. Entries are read in archive order and never
 * extracted; their names are compared and become no paths.
 */
final class EvalArchive {
  private static final String HEADER = "header.json";
  private static final String START = "_journal/start.json";
  private static final String SAMPLES = "samples/";

  private final HashingInput archive;
  private final ArchiveLimits limits;
  private long expanded;

  private EvalArchive(HashingInput archive, ArchiveLimits limits) {
    this.archive = archive;
    this.limits = limits;
  }

  /**
   * Visits every part.
   *
   * @throws java.util.zip.ZipException when the archive is damaged or compressed otherwise
   * @throws java.io.EOFException when it is cut
   * @throws StreamConstraintsException when it exceeds a limit
   */
  static void visit(HashingInput archive, ArchiveLimits limits, LogVisitor visitor)
      throws IOException {
    new EvalArchive(archive, limits).visit(visitor);
  }

  private void visit(LogVisitor visitor) throws IOException {
    // The archive belongs to the caller, who still drains it for the hash.
    ZipInputStream zip = new ZipInputStream(archive);
    int entries = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (++entries > limits.entries()) {
        throw new StreamConstraintsException(
            "An archive has at most " + limits.entries() + " entries.");
      }
      InputStream content = new Limited(zip);
      String name = entry.getName();
      if (name.equals(HEADER) || name.equals(START)) {
        JsonLog.visit(content, visitor);
      } else if (name.startsWith(SAMPLES) && name.endsWith(".json")) {
        sample(name, content, visitor);
      }
      content.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void sample(String name, InputStream content, LogVisitor visitor)
      throws IOException {
    try (JsonParser parser = InspectJson.parser(content)) {
      if (parser.nextToken() == null) {
        throw new JsonParseException(parser, "A sample is one JSON value.");
      }
      visitor.sample(name, parser);
    }
  }

  /** Counts what an entry expands to, over all entries. */
  private final class Limited extends FilterInputStream {
    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    @Override
    public void close() {
      // The next entry comes from the same stream.
    }

    private void count(int bytes) throws IOException {
      expanded += bytes;
      boolean bomb =
          expanded > ArchiveLimits.FREE_BYTES && expanded / limits.ratio() > archive.bytes();
      if (bomb || expanded > limits.expandedBytes()) {
        throw new StreamConstraintsException(
            "The archive expands to more than " + expanded + " bytes, beyond the limits.");
      }
    }
  }
}
