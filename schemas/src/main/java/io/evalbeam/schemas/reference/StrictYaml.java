package io.evalbeam.schemas.reference;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Reads YAML into records and refuses what it does not understand: unknown keys, repeated keys and
 * wrong types are errors that name file, line and column. Keys are snake_case.
 */
public final class StrictYaml {
  private static final ObjectMapper MAPPER =
      YAMLMapper.builder(new YAMLFactory())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private StrictYaml() {}

  /**
   * Parses YAML text.
   *
   * @param origin file name for messages
   * @throws InvalidConfigurationException when the text does not fit the type
   */
  public static <T> T parse(String origin, String text, Class<T> type) {
    try {
      T value = MAPPER.readValue(text, type);
      if (value == null) {
        throw new InvalidConfigurationException(origin + ": the file is empty", new IOException());
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new InvalidConfigurationException(describe(origin, e), e);
    }
  }

  /**
   * Parses a resource shipped with Evalbeam.
   *
   * @param path absolute resource path, such as {@code /io/evalbeam/reference/chips.yaml}
   */
  public static <T> T parseResource(String path, Class<T> type) {
    try (InputStream in = StrictYaml.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("resource " + path + " is not on the class path");
      }
      return parse(
          path, new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + path + " cannot be read", e);
    }
  }

  private static String describe(String origin, JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    String place =
        location == null
            ? origin
            : String.format(
                Locale.ROOT, "%s:%d:%d", origin, location.getLineNr(), location.getColumnNr());
    String path = e instanceof JsonMappingException mapping ? mapping.getPathReference() : "";
    String at =
        path.isEmpty() ? "" : " (at " + path.replaceAll("[\\w.$]+\\[\"([^\"]+)\"]", "$1") + ")";
    return place + ": " + e.getOriginalMessage() + at;
  }
}
