package io.evalbeam.io.evaluation.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.evalbeam.io.cell.Utf8Reader;
import java.io.IOException;
import java.io.InputStream;

/** JSON as Python writes it: UTF-8, with NaN and Infinity as bare words. */
final class InspectJson {
  private static final int MAX_TEXT = 32 << 20;
  private static final int MAX_DEPTH = 500;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(MAX_TEXT)
                  .maxNestingDepth(MAX_DEPTH)
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          // Attachments are named by their hash: remembering every name would fill the memory.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private InspectJson() {}

  /** A parser over a stream, which stays open. */
  static JsonParser parser(InputStream in) throws IOException {
    JsonParser parser = FACTORY.createParser(new Utf8Reader(in));
    parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    return parser;
  }

  /** Line and column of a fault. */
  static String place(JsonProcessingException fault) {
    JsonLocation location = fault.getLocation();
    return location == null
        ? ""
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
