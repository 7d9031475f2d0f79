package io.evalbeam.io.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value read into memory. Objects become ordered maps, numbers keep their digits as text;
 * the first repeated key is remembered, and values beyond the limit are dropped.
 */
final class JsonRecord {
  private final JsonParser parser;
  private final int maxValues;
  private int values;
  private @Nullable String repeatedKey;

  private JsonRecord(JsonParser parser, int maxValues) {
    this.parser = parser;
    this.maxValues = maxValues;
  }

  /**
   * A record.
   *
   * @param value map, list, text, boolean or null
   * @param repeatedKey a key that stands twice in one object, null if none does
   * @param tooLarge whether values were dropped
   */
  record Content(@Nullable Object value, @Nullable String repeatedKey, boolean tooLarge) {}

  /** Reads the value at the parser's current token; afterwards the parser is at its last token. */
  static Content read(JsonParser parser, int maxValues) throws IOException {
    JsonRecord record = new JsonRecord(parser, maxValues);
    Object value = record.value();
    return new Content(value, record.repeatedKey, record.values > maxValues);
  }

  private @Nullable Object value() throws IOException {
    values++;
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object();
    }
    if (token == JsonToken.START_ARRAY) {
      return list();
    }
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return parser.getBooleanValue();
    }
    return parser.getText();
  }

  private Map<String, @Nullable Object> object() throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      boolean repeated = object.containsKey(key);
      Object value = value();
      if (repeated && repeatedKey == null) {
        repeatedKey = key;
      }
      if (values <= maxValues) {
        object.put(key, value);
      }
    }
    return object;
  }

  private List<@Nullable Object> list() throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object value = value();
      if (values <= maxValues) {
        list.add(value);
      }
    }
    return list;
  }
}
