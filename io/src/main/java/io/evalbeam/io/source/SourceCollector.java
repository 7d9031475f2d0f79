package io.evalbeam.io.source;

import io.evalbeam.io.files.HashingInput;
import io.evalbeam.io.files.Progress;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.InputFile;
import io.evalbeam.schemas.tracking.ParsedRow;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads all files of a source as one: rows are numbered through, in the order of the files. */
public final class SourceCollector {
  private static final int BUFFER = 1 << 16;

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
    List<InputFile> files = new ArrayList<>();
    ReadCounts counts = inputs.isEmpty() ? new ReadCounts(0, 0, 0, 0, false) : ReadCounts.NONE;
    for (SourceInput input : inputs) {
      InputStream opened = open(description, input, sink);
      if (opened == null) {
        counts = counts.plus(new ReadCounts(0, 0, 0, 0, false));
        continue;
      }
      try (HashingInput in =
          new HashingInput(new BufferedInputStream(Progress.counting(opened), BUFFER))) {
        FileSink shifted =
            new FileSink(sink, input, Math.toIntExact(counts.read()), inputs.size() > 1);
        counts = counts.plus(reader.read(in, description, shifted));
        in.drain();
        files.add(new InputFile(description.name(), input.name(), in.sha256(), in.bytes()));
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
}
