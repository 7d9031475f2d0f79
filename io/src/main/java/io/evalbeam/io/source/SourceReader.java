package io.evalbeam.io.source;

import java.io.IOException;
import java.io.InputStream;

/** Reads one format. Readers keep no state between calls. */
public interface SourceReader {
  /**
   * Reads a source to its end. Faults of the data become issues; the stream is not closed.
   *
   * @throws IOException when the bytes could not be read
   */
  ReadCounts read(InputStream in, SourceDescription description, RowSink sink) throws IOException;

  /** The reader of a format. */
  static SourceReader of(SourceFormat format, ReadLimits limits) {
    return switch (format) {
      case CSV, EPOCH_CSV, MANUAL_CSV -> new CsvReader(limits);
      case HTML_TABLE -> new HtmlTableReader(limits);
      case MARKDOWN_TABLE -> new MarkdownTableReader(limits);
      case JSON_MODELS -> new JsonModelsReader(limits);
      case MANUAL_YAML -> new ManualYamlReader(limits);
    };
  }
}
