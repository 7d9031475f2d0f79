package io.evalbeam.transforms.curate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads model files of any age as plain fields, so that they can be compared: key to field to text.
 * Where a key occurs several times the last one counts; an empty text and a missing field are the
 * same.
 */
public final class ModelViews {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private ModelViews() {}

  /**
   * Models of a JSON file: a list, or an object whose field {@code models} is one. Lists and
   * objects inside a model appear as JSON text.
   *
   * @param keyField field that identifies a model, such as {@code name}
   * @param origin file name for messages
   * @throws InvalidConfigurationException when the text is not such a file
   */
  public static Map<String, Map<String, String>> ofJson(
      String json, String keyField, String origin) {
    Map<String, Map<String, String>> views = new LinkedHashMap<>();
    try (JsonParser parser = MAPPER.createParser(json)) {
      enterModels(parser, origin);
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        JsonNode model = parser.readValueAsTree();
        Map<String, String> fields = new LinkedHashMap<>();
        model.properties().forEach(field -> fields.put(field.getKey(), text(field.getValue())));
        put(views, fields, keyField, origin);
      }
    } catch (JsonProcessingException e) {
      throw new InvalidConfigurationException(origin + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
    return views;
  }

  /**
   * Rows of a table.
   *
   * @param keyColumn column that identifies a row, such as {@code model}
   * @param origin file name for messages
   */
  public static Map<String, Map<String, String>> ofCsv(
      CsvTable table, String keyColumn, String origin) {
    Map<String, Map<String, String>> views = new LinkedHashMap<>();
    for (CuratedRow row : CuratedRow.of(table)) {
      put(views, row.cells(), keyColumn, origin);
    }
    return views;
  }

  private static void put(
      Map<String, Map<String, String>> views,
      Map<String, String> fields,
      String keyField,
      String origin) {
    String key = fields.getOrDefault(keyField, "");
    if (key.isEmpty()) {
      throw new InvalidConfigurationException(
          List.of(origin + ": a model has no field " + keyField));
    }
    views.put(key, fields);
  }

  private static void enterModels(JsonParser parser, String origin) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_ARRAY) {
      return;
    }
    while (first == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean models = parser.currentName().equals("models");
      if (parser.nextToken() == JsonToken.START_ARRAY && models) {
        return;
      }
      parser.skipChildren();
    }
    throw new InvalidConfigurationException(List.of(origin + ": there is no list of models"));
  }

  private static String text(JsonNode node) {
    if (node.isNull()) {
      return "";
    }
    return node.isContainerNode() ? node.toString() : node.asText();
  }
}
