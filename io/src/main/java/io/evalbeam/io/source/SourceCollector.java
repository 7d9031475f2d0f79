package io.evalbeam.io.source;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.tracking.ParsedRow;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads all files of a source as one: rows are numbered through, in the order of the files. */
public final class SourceCollector {
  private final LocationResolver resolver;
  private final ReadLimits limits;

  public SourceCollector(LocationResolver resolver, ReadLimits limits) {
    this.resolver = resolver;
    this.limits = limits;
  }

  /**
   * Reads one source. A source that cannot be opened leaves an issue.
   *
   * @throws IOException when reading breaks off in the middle
   */
  public CollectedSource collect(SourceDescription description, RowSink sink) throws IOException {
    SourceReader reader = SourceReader.of(description.format(), limits);
    List<SourceInput> inputs = resolver.resolve(description, sink::issue);
    List<CollectedSource.InputFile> files = new ArrayList<>();
    ReadCounts counts = inputs.isEmpty() ? new ReadCounts(0, 0, 0, 0, false) : ReadCounts.NONE;
    for (SourceInput input : inputs) {
      InputStream opened = open(description, input, sink);
      if (opened == null) {
        counts = counts.plus(new ReadCounts(0, 0, 0, 0, false));
        continue;
      }
      MessageDigest digest = sha256();
      try (InputStream in = opened;
          CountingStream bytes = new CountingStream(new DigestInputStream(in, digest))) {
        FileSink shifted =
            new FileSink(sink, input, Math.toIntExact(counts.read()), inputs.size() > 1);
        counts = counts.plus(reader.read(new BufferedInputStream(bytes), description, shifted));
        // A reader may stop early; the hash is that of the whole file.
        bytes.transferTo(OutputStream.nullOutputStream());
        files.add(
            new CollectedSource.InputFile(
                input.name(), HexFormat.of().formatHex(digest.digest()), bytes.count()));
      }
    }
    return new CollectedSource(counts, files);
  }

  private static @Nullable InputStream open(
      SourceDescription description, SourceInput input, RowSink sink) {
    try {
      return input.opener().open();
    } catch (IOException e) {
      sink.issue(
          LocationResolver.unavailable(description, input.name(), "The file cannot be opened."));
      return null;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Numbers rows on behind the files before and says which file an issue is about. */
  private record FileSink(RowSink sink, SourceInput input, int before, boolean several)
      implements RowSink {
    @Override
    public void row(ParsedRow row) {
      sink.row(
          new ParsedRow(
              row.source(),
              before + row.row(),
              row.rawName(),
              row.developerStated(),
              row.scores(),
              row.facts(),
              row.sourceText(),
              row.observedAt() == null ? input.observedAt() : row.observedAt()));
    }

    @Override
    public void issue(Issue issue) {
      String location = several ? input.name() + ": " + issue.location() : issue.location();
      sink.issue(
          new Issue(
              issue.code(),
              issue.severity(),
              issue.stage(),
              issue.source(),
              location,
              issue.excerpt(),
              issue.detail()));
    }
  }

  /** Counts the bytes that pass. */
  private static final class CountingStream extends FilterInputStream {
    private long count;

    CountingStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int n = super.read(target, offset, length);
      count += Math.max(0, n);
      return n;
    }

    long count() {
      return count;
    }
  }
}
