package io.evalbeam.io.evaluation.opencompass;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.schemas.evaluation.RunFile;
import java.io.IOException;

/**
 * Streams a prediction file: an object by index in order of completion, or a list. Only one entry
 * is in memory at a time.
 */
final class PredictionsReader {
  private final Handler handler;
  private int entries;

  private PredictionsReader(Handler handler) {
    this.handler = handler;
  }

  /** Takes what a file holds. */
  interface Handler {
    /**
     * An answer.
     *
     * @param index in the file, from 0
     */
    void entry(int index, PredictionEntry entry) throws IOException;

    /**
     * Something that is no answer.
     *
     * @param key as found
     */
    void refused(String key, String reason);
  }

  /**
   * What a file came to.
   *
   * @param entries complete entries, refused ones included
   */
  record Read(int entries, JsonInput.End end) {}

  /** Reads all entries; those before a fault count. */
  static Read read(RunFile file, Handler handler) throws IOException, DamagedRunException {
    PredictionsReader reader = new PredictionsReader(handler);
    JsonInput.End end = JsonInput.read(file, reader::body);
    return new Read(reader.entries, end);
  }

  /** Counts entries without taking them. */
  static Read count(RunFile file) throws IOException, DamagedRunException {
    return read(
        file,
        new Handler() {
          @Override
          public void entry(int index, PredictionEntry entry) {}

          @Override
          public void refused(String key, String reason) {}
        });
  }

  private void body(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        parser.nextToken();
        entry(parser, key);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        entry(parser, Integer.toString(i));
      }
    } else {
      throw new JsonFault.UnexpectedValueException(parser, "An object by index was expected.");
    }
  }

  private void entry(JsonParser parser, String key) throws IOException {
    int index = PredictionIndex.of(key);
    if (index < 0) {
      parser.skipChildren();
      handler.refused(key, "An index below " + PredictionIndex.LIMIT + " was expected as key.");
    } else if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      handler.refused(key, "An object with an answer was expected.");
    } else {
      handler.entry(index, PredictionEntry.read(parser));
    }
    entries++;
  }
}
