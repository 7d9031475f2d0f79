package io.evalbeam.io.evaluation.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON files that hold one value each, plain or compressed with gzip. Files up to {@value
 * #WHOLE_FILE} bytes are read into one buffer that the reader keeps, larger ones as a stream. One
 * reader serves one thread.
 */
public final class JsonFileReader {
  private static final int WHOLE_FILE = 32 << 20;
  // A file channel copies through a native buffer as large as the read, and keeps it.
  private static final int PIECE = 1 << 18;
  private static final int STREAM_BUFFER = 1 << 16;

  // Twice the default: conversations with tool output exceed it. Skipped strings have no limit.
  private static final int MAX_STRING = 40_000_000;

  private static final ObjectMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(MAX_STRING).build())
              // Python writes NaN and Infinity as bare words.
              .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
              // Messages are for people: they hold a place, not the start of the file.
              .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
              .build());

  private byte[] buffer = new byte[0];
  private @Nullable RunFile buffered;

  /**
   * What is done with the tokens of a file, from before the first to the end of its value.
   *
   * @param <T> what it yields
   */
  @FunctionalInterface
  public interface Pass<T> {
    T read(JsonParser parser) throws IOException, BrokenFileException;
  }

  /**
   * What a pass yielded.
   *
   * @param trailing offset where bytes follow the value, empty in a sound file
   */
  public record Reading<T>(T value, OptionalLong trailing) {}

  /** Whether a file is compressed, by its name. */
  public static boolean isCompressed(String name) {
    return name.endsWith(".gz");
  }

  /**
   * Runs a pass over a file.
   *
   * @throws BrokenFileException when the content is damaged ({@link IssueCode#PARSE_ERROR}), beyond
   *     a limit ({@link IssueCode#LIMIT_EXCEEDED}), or the size is not the one the file had when it
   *     was listed ({@link IssueCode#UNSTABLE_FILE})
   */
  public <T> Reading<T> read(RunFile file, Pass<T> pass) throws IOException, BrokenFileException {
    if (isStreamed(file)) {
      return readStream(file, pass);
    }
    int length = fill(file);
    try (JsonParser parser = MAPPER.getFactory().createParser(buffer, 0, length)) {
      return run(parser, pass);
    }
  }

  /**
   * The bytes of a file, valid until the next call; empty for files that are read as a stream.
   *
   * @throws BrokenFileException when the size is not the one the file had when it was listed
   *     ({@link IssueCode#UNSTABLE_FILE})
   */
  public Optional<PlainJson> plain(RunFile file) throws IOException, BrokenFileException {
    if (isStreamed(file)) {
      return Optional.empty();
    }
    int length = fill(file);
    return Optional.of(new PlainJson(buffer, length));
  }

  /**
   * Whether the last byte of a file that is not blank is the given one. A cheap look at the end, so
   * that a file that was cut is known before its start is used; files that are read as a stream are
   * not looked at.
   */
  public boolean endsWith(RunFile file, char last) throws IOException, BrokenFileException {
    if (isStreamed(file)) {
      return true;
    }
    int end = fill(file);
    while (end > 0 && buffer[end - 1] <= ' ' && buffer[end - 1] >= 0) {
      end--;
    }
    return end > 0 && buffer[end - 1] == last;
  }

  private static boolean isStreamed(RunFile file) {
    return file.bytes() > WHOLE_FILE || isCompressed(file.name());
  }

  private static <T> Reading<T> readStream(RunFile file, Pass<T> pass)
      throws IOException, BrokenFileException {
    try (InputStream opened = new BufferedInputStream(BeamFiles.open(file.path()), PIECE)) {
      CountingInput counted = new CountingInput(opened);
      try (InputStream in = open(file, counted);
          JsonParser parser = MAPPER.getFactory().createParser(in)) {
        Reading<T> reading = run(parser, pass);
        checkSize(file, counted);
        return reading;
      } catch (BrokenFileException e) {
        checkSize(file, counted);
        throw e;
      } catch (ZipException | EOFException e) {
        checkSize(file, counted);
        throw new BrokenFileException(
            IssueCode.PARSE_ERROR,
            "byte " + counted.count() + " of the compressed file",
            "The compressed data are damaged: " + e.getMessage() + ".");
      }
    }
  }

  private static InputStream open(RunFile file, InputStream in) throws IOException {
    return isCompressed(file.name()) ? new GZIPInputStream(in, STREAM_BUFFER) : in;
  }

  private static <T> Reading<T> run(JsonParser parser, Pass<T> pass)
      throws IOException, BrokenFileException {
    T value;
    try {
      value = pass.read(parser);
    } catch (StreamConstraintsException e) {
      throw new BrokenFileException(IssueCode.LIMIT_EXCEEDED, place(e), sentence(e));
    } catch (JsonProcessingException e) {
      throw new BrokenFileException(IssueCode.PARSE_ERROR, place(e), sentence(e));
    }
    return new Reading<>(value, trailing(parser));
  }

  private static OptionalLong trailing(JsonParser parser) throws IOException {
    long end = parser.currentLocation().getByteOffset();
    try {
      return parser.nextToken() == null ? OptionalLong.empty() : OptionalLong.of(end);
    } catch (JsonProcessingException e) {
      return OptionalLong.of(end);
    }
  }

  /** Reads a file into the buffer and returns its length. */
  private int fill(RunFile file) throws IOException, BrokenFileException {
    int expected = Math.toIntExact(file.bytes());
    if (file.equals(buffered)) {
      return expected;
    }
    buffered = null;
    if (buffer.length < expected) {
      buffer = new byte[expected];
    }
    int length = 0;
    try (InputStream in = BeamFiles.open(file.path())) {
      while (length < expected) {
        int read = in.read(buffer, length, Math.min(PIECE, expected - length));
        if (read < 0) {
          break;
        }
        length += read;
      }
      if (length < expected || in.read() >= 0) {
        throw unstable(file);
      }
    }
    buffered = file;
    return length;
  }

  private static void checkSize(RunFile file, CountingInput counted)
      throws IOException, BrokenFileException {
    counted.transferTo(OutputStream.nullOutputStream());
    if (counted.count() != file.bytes()) {
      throw unstable(file);
    }
  }

  private static BrokenFileException unstable(RunFile file) {
    return new BrokenFileException(
        IssueCode.UNSTABLE_FILE,
        "file",
        "The file had " + file.bytes() + " bytes when it was listed and has another size now.");
  }

  private static String sentence(JsonProcessingException e) {
    return "The file is no complete JSON: " + e.getOriginalMessage() + ".";
  }

  private static String place(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    if (location == null) {
      return "file";
    }
    return location.getByteOffset() >= 0
        ? "byte " + location.getByteOffset()
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
