package io.evalbeam.transforms.curate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The name map between curated and published tables: key in the curated table to display name.
 *
 * @param displayNames in file order
 */
public record PublishedNames(Map<String, String> displayNames) {
  private static final YAMLFactory YAML = new YAMLFactory();

  public PublishedNames {
    displayNames = Collections.unmodifiableMap(new LinkedHashMap<>(displayNames));
  }

  /** What to do with a key that occurs twice. */
  public enum Repeats {
    /** The file is refused, with every repetition listed. */
    REFUSE,
    /** The last line counts. */
    LAST_WINS
  }

  /**
   * Reads lines of {@code key: "Display name"}.
   *
   * @param origin file name for messages
   * @throws InvalidConfigurationException listing everything that is wrong
   */
  public static PublishedNames parse(String origin, String yaml, Repeats repeats) {
    Map<String, String> names = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    try (JsonParser parser = YAML.createParser(yaml)) {
      JsonToken root = parser.nextToken();
      if (root != null && root != JsonToken.START_OBJECT) {
        throw new InvalidConfigurationException(
            List.of(origin + ": the file must consist of lines key: display name"));
      }
      while (root != null && parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        int line = parser.currentLocation().getLineNr();
        if (!parser.nextToken().isScalarValue() || parser.getText().isBlank()) {
          problems.add(at(origin, line) + key + " has no display name");
          parser.skipChildren();
          continue;
        }
        String display = parser.getText().strip();
        String earlier = names.put(key, display);
        if (earlier != null && repeats == Repeats.REFUSE) {
          problems.add(
              at(origin, line) + key + " is repeated: \"" + earlier + "\", \"" + display + "\"");
        }
      }
    } catch (JsonProcessingException e) {
      throw new InvalidConfigurationException(origin + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
    return new PublishedNames(names);
  }

  /** The display name of a key, if the map has one. */
  public Optional<String> display(String key) {
    return Optional.ofNullable(displayNames.get(key));
  }

  /** Keys with this display name in file order; several spellings of one model may share it. */
  public List<String> keys(String display) {
    return displayNames.entrySet().stream()
        .filter(entry -> entry.getValue().equals(display))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String at(String origin, int line) {
    return String.format(Locale.ROOT, "%s:%d: ", origin, line);
  }
}
