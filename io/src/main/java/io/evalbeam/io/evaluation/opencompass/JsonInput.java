package io.evalbeam.io.evaluation.opencompass;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.schemas.evaluation.RunFile;
import java.io.IOException;
import java.util.Optional;

/** Reads JSON as Python's {@code json.dump} writes it: with bare NaN and Infinity. */
final class JsonInput {
  private static final int DEPTH = 1_000;
  // One answer of a model may exceed Jackson's 20 million characters.
  private static final int CHARACTERS = 200_000_000;
  private static final ObjectMapper MAPPER = new ObjectMapper(factory());

  private JsonInput() {}

  /** Takes the value of a file. The parser stands on its first token. */
  interface Body {
    void read(JsonParser parser) throws IOException;
  }

  /**
   * What a file was besides its value.
   *
   * @param marked whether it began with a byte order mark
   * @param fault where and why reading stopped; empty when the whole file was read
   * @param trailing whether something stands behind the value
   */
  record End(boolean marked, Optional<JsonFault> fault, boolean trailing) {}

  /**
   * Streams a file. What the body took before a fault stays taken.
   *
   * @throws DamagedRunException when the file is not the one that was hashed
   */
  static End read(RunFile file, Body body) throws IOException, DamagedRunException {
    try (RunFileInput input = RunFileInput.open(file)) {
      int skipped = input.marked() ? RunFileInput.MARK_BYTES : 0;
      Optional<JsonFault> fault = Optional.empty();
      boolean trailing = false;
      try (JsonParser parser = MAPPER.createParser(input.stream())) {
        parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        if (parser.nextToken() == null) {
          throw new JsonEOFException(parser, null, "The file is empty.");
        }
        body.read(parser);
        trailing = parser.nextToken() != null;
      } catch (JsonProcessingException e) {
        fault = Optional.of(JsonFault.of(e, skipped));
      }
      input.verify();
      return new End(input.marked(), fault, trailing);
    }
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxStringLength(CHARACTERS)
                .build())
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        // OpenCompass writes UTF-8; a guess at other encodings fails with errors of its own.
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        // Keys are indexes by the million: they are no names to share between files.
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .build();
  }
}
