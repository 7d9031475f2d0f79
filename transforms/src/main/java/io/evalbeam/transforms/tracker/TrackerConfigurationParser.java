package io.evalbeam.transforms.tracker;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.tracking.Confidence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the configuration files and gathers every problem before it gives up. */
final class TrackerConfigurationParser {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Map<String, String> texts;
  private final List<String> problems = new ArrayList<>();

  TrackerConfigurationParser(Map<String, String> texts) {
    this.texts = texts;
  }

  TrackerConfiguration parse() {
    String methodsFile = TrackerConfiguration.METHODS_FILE;
    JsonNode methods = tree(methodsFile);
    JsonNode anchors = tree(TrackerConfiguration.ANCHORS_FILE);
    JsonNode developers = tree(TrackerConfiguration.DEVELOPERS_FILE);
    TrackerConfiguration configuration =
        new TrackerConfiguration(
            entries(methodsFile, methods, "/manual_overrides/entries", this::override),
            entries(
                methodsFile, methods, "/known_model_specifications/entries", this::specification),
            entries(
                TrackerConfiguration.ANCHORS_FILE, anchors, "/benchmark_references", this::anchor),
            entries(
                TrackerConfiguration.DEVELOPERS_FILE,
                developers,
                "/exclusion_criteria",
                this::developerRule));
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
    return configuration;
  }

  private JsonNode tree(String file) {
    String text = texts.get(file);
    if (text == null) {
      problems.add(file + ": the file is missing");
      return MissingNode.getInstance();
    }
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (tree.isObject()) {
        return tree;
      }
      problems.add(file + ": the file must hold a JSON object");
    } catch (JsonProcessingException e) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%s:%d:%d: %s",
              file,
              e.getLocation().getLineNr(),
              e.getLocation().getColumnNr(),
              e.getOriginalMessage()));
    }
    return MissingNode.getInstance();
  }

  private <T> Map<String, T> entries(
      String file, JsonNode tree, String pointer, BiFunction<String, JsonNode, T> reader) {
    Map<String, T> entries = new LinkedHashMap<>();
    if (tree.isMissingNode()) {
      return entries;
    }
    JsonNode object = tree.at(pointer);
    if (!object.isObject()) {
      problems.add(file + ": " + pointer + " must be an object");
      return entries;
    }
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String place = file + ": " + pointer + "/" + entry.getKey();
      entries.put(entry.getKey(), reader.apply(place, entry.getValue()));
    }
    return entries;
  }

  private TrackerConfiguration.CuratedOverride override(String place, JsonNode entry) {
    return new TrackerConfiguration.CuratedOverride(
        positive(place, entry, "training_flop"),
        confidence(place, entry),
        text(place, entry, "reasoning"));
  }

  private TrackerConfiguration.Specification specification(String place, JsonNode entry) {
    return new TrackerConfiguration.Specification(
        count(place, entry, "parameters"),
        count(place, entry, "training_tokens"),
        confidence(place, entry));
  }

  private TrackerConfiguration.Anchor anchor(String place, JsonNode entry) {
    return new TrackerConfiguration.Anchor(
        text(place, entry, "reference_model"),
        positive(place, entry, "reference_score"),
        positive(place, entry, "reference_flop"),
        positive(place, entry, "scaling_exponent"),
        entry.path("threshold_logic").asBoolean(false),
        entry.path("source").asText(""));
  }

  private TrackerConfiguration.DeveloperRule developerRule(String place, JsonNode entry) {
    JsonNode excluded = entry.path("excluded");
    if (!excluded.isBoolean()) {
      problems.add(place + "/excluded must be true or false");
    }
    return new TrackerConfiguration.DeveloperRule(
        excluded.asBoolean(), text(place, entry, "reason"));
  }

  private String text(String place, JsonNode entry, String key) {
    JsonNode value = entry.path(key);
    if (!value.isTextual()) {
      problems.add(place + "/" + key + " must be text");
    }
    return value.asText("");
  }

  private double positive(String place, JsonNode entry, String key) {
    JsonNode value = entry.path(key);
    double number = value.asDouble();
    if (!value.isNumber() || !(number > 0) || Double.isInfinite(number)) {
      problems.add(place + "/" + key + " must be a positive number");
    }
    return number;
  }

  private @Nullable BigInteger count(String place, JsonNode entry, String key) {
    JsonNode value = entry.path(key);
    if (value.isNull()) {
      return null;
    }
    if (!value.isIntegralNumber() || value.bigIntegerValue().signum() <= 0) {
      problems.add(place + "/" + key + " must be a positive whole number or null");
      return null;
    }
    return value.bigIntegerValue();
  }

  private Confidence confidence(String place, JsonNode entry) {
    String text = entry.path("confidence").asText("");
    for (Confidence confidence : Confidence.values()) {
      if (confidence.name().equals(text.toUpperCase(Locale.ROOT))) {
        return confidence;
      }
    }
    problems.add(place + "/confidence must be HIGH, MEDIUM, LOW or SPECULATIVE");
    return Confidence.SPECULATIVE;
  }
}
