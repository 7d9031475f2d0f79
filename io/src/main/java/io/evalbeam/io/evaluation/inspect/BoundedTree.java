package io.evalbeam.io.evaluation.inspect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads values into memory until a budget of characters is spent. */
final class BoundedTree {
  // A value costs memory even when it has no text.
  private static final int COST_OF_VALUE = 32;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private long left;

  BoundedTree(long characters) {
    this.left = characters;
  }

  /**
   * Reads the value the parser stands on.
   *
   * @throws StreamConstraintsException when the budget is spent
   */
  JsonNode read(JsonParser parser) throws IOException {
    return value(parser, parser.currentToken());
  }

  private JsonNode value(JsonParser parser, JsonToken token) throws IOException {
    spend(COST_OF_VALUE);
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> {
        String text = parser.getText();
        spend(text.length());
        yield NODES.textNode(text);
      }
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? NODES.numberNode(parser.getBigIntegerValue())
              : NODES.numberNode(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case VALUE_EMBEDDED_OBJECT, FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE ->
          throw new IllegalStateException("a value was expected at " + token);
    };
  }

  private ObjectNode object(JsonParser parser) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      spend(name.length());
      object.set(name, value(parser, parser.nextToken()));
    }
    return object;
  }

  private ArrayNode array(JsonParser parser) throws IOException {
    ArrayNode array = NODES.arrayNode();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      array.add(value(parser, token));
    }
    return array;
  }

  private void spend(long characters) throws IOException {
    left -= characters;
    if (left < 0) {
      throw new StreamConstraintsException("The value is larger than a part of a log may be.");
    }
  }
}
