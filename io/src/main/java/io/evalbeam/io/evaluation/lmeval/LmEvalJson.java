package io.evalbeam.io.evaluation.lmeval;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON as Python writes it: UTF-8, with NaN and Infinity as bare words. */
final class LmEvalJson {
  /** Largest results file; the largest known ones have some megabytes. */
  static final int MAX_RESULTS_BYTES = 64 << 20;

  /** Longest line of a samples file; a prompt of a million tokens has some five megabytes. */
  static final int MAX_LINE_BYTES = 32 << 20;

  private static final int MAX_DEPTH = 200;

  static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(MAX_RESULTS_BYTES)
                  .maxNestingDepth(MAX_DEPTH)
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);

  private static final ObjectReader WHOLE =
      MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private LmEvalJson() {}

  /** Reads a text that holds one value and nothing after it. */
  static JsonNode parse(String text) throws JsonProcessingException {
    return WHOLE.readTree(text);
  }

  /** Decodes UTF-8 strictly, so that damaged text is not taken for text. */
  static String decode(byte[] bytes, int length) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
  }
}
