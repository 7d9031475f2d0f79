package io.evalbeam.schemas.tracking.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.AlternativeEstimate;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.ThresholdClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry of {@code models}, of this or an older version: numbers may be text, any key but
 * {@code name} may be missing or null, {@code status} stands in for {@code
 * threshold_classification}, times may lack their zone. What cannot be read becomes an issue and
 * counts as missing.
 */
public final class ModelJsonReader {

  /**
   * What was read.
   *
   * @param model null when the entry had to be rejected
   */
  public record Reading(@Nullable ModelJson model, List<Issue> issues) {
    public Reading {
      issues = List.copyOf(issues);
    }
  }

  private final JsonNode node;
  private final String stage;
  private final String source;
  private final String location;
  private final List<Issue> issues = new ArrayList<>();

  private ModelJsonReader(JsonNode node, String stage, String source, String location) {
    this.node = node;
    this.stage = stage;
    this.source = source;
    this.location = location;
  }

  /**
   * Reads an entry.
   *
   * @param stage, source, location for issues
   */
  public static Reading read(JsonNode node, String stage, String source, String location) {
    return new ModelJsonReader(node, stage, source, location).read();
  }

  private Reading read() {
    if (!node.isObject()) {
      reject(IssueCode.FORMAT_BROKEN, node.toString(), "a model must be a JSON object");
      return new Reading(null, issues);
    }
    String name = text("name");
    if (name == null) {
      reject(IssueCode.NAME_MISSING, node.toString(), "a model must have a name");
      return new Reading(null, issues);
    }
    String developer = text("developer");
    String reasoning = text("reasoning");
    ObjectNode metadata =
        node.get("metadata") instanceof ObjectNode object ? object : ModelJson.newMetadata();
    return new Reading(
        new ModelJson(
            name,
            developer == null ? "Unknown" : developer,
            text("release_date"),
            positive(node, "parameters"),
            text("parameter_source"),
            contextLength(),
            text("architecture"),
            positive(node, "training_flop"),
            confidence(node, "training_flop_confidence"),
            method(node, "estimation_method"),
            alternatives(),
            positive(node, "inference_flop_per_token"),
            metadata.path("threshold").asDouble(ModelJson.DEFAULT_THRESHOLD),
            thresholdClass(),
            benchmarks(),
            sources(),
            reasoning == null ? "" : reasoning,
            time(),
            metadata),
        issues);
  }

  private @Nullable String text(String key) {
    return text(node, key);
  }

  private static @Nullable String text(JsonNode object, String key) {
    JsonNode value = object.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    String text = value.isValueNode() ? value.asText() : value.toString();
    return text.isBlank() ? null : text;
  }

  private @Nullable Double number(JsonNode object, String key) {
    String text = text(object, key);
    if (text == null) {
      return null;
    }
    try {
      double number = Double.parseDouble(text.strip());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, like an infinite number.
    }
    reject(IssueCode.NUMBER_INVALID, key + "=" + text, key + " must be a finite number");
    return null;
  }

  private @Nullable Double positive(JsonNode object, String key) {
    Double number = number(object, key);
    if (number != null && number <= 0) {
      reject(IssueCode.NUMBER_OUT_OF_RANGE, key + "=" + number, key + " must be positive");
      return null;
    }
    return number;
  }

  private @Nullable Long contextLength() {
    Double number = positive(node, "context_length");
    if (number == null) {
      return null;
    }
    if (number != Math.rint(number) || number > Long.MAX_VALUE) {
      reject(
          IssueCode.NUMBER_INVALID,
          "context_length=" + number,
          "context_length must be an integer");
      return null;
    }
    return number.longValue();
  }

  private Confidence confidence(JsonNode object, String key) {
    String text = text(object, key);
    for (Confidence confidence : Confidence.values()) {
      if (text != null && confidence.key().equals(text.toLowerCase(Locale.ROOT))) {
        return confidence;
      }
    }
    if (text != null) {
      warn(IssueCode.FORMAT_BROKEN, key + "=" + text, "unknown confidence, read as speculative");
    }
    return Confidence.SPECULATIVE;
  }

  private EstimationMethod method(JsonNode object, String key) {
    String text = text(object, key);
    if (text == null) {
      return EstimationMethod.NONE;
    }
    Optional<EstimationMethod> method = ModelVocabulary.methodOf(text);
    if (method.isEmpty()) {
      warn(IssueCode.FORMAT_BROKEN, key + "=" + text, "unknown method, read as none");
    }
    return method.orElse(EstimationMethod.NONE);
  }

  private ThresholdClass thresholdClass() {
    String text = text("threshold_classification");
    if (text == null) {
      text = text("status");
    }
    if (text == null) {
      return ThresholdClass.NOT_SURE;
    }
    Optional<ThresholdClass> thresholdClass = ModelVocabulary.thresholdClassOf(text);
    if (thresholdClass.isEmpty()) {
      warn(IssueCode.FORMAT_BROKEN, text, "unknown class, read as not sure");
    }
    return thresholdClass.orElse(ThresholdClass.NOT_SURE);
  }

  private List<AlternativeEstimate> alternatives() {
    List<AlternativeEstimate> alternatives = new ArrayList<>();
    for (JsonNode alternative : node.path("alternative_estimates")) {
      Double flop = positive(alternative, "flop");
      if (flop == null) {
        reject(IssueCode.NUMBER_INVALID, alternative.toString(), "an estimate needs its FLOP");
        continue;
      }
      String reasoning = text(alternative, "reasoning");
      alternatives.add(
          new AlternativeEstimate(
              flop,
              confidence(alternative, "confidence"),
              method(alternative, "method"),
              reasoning == null ? "" : reasoning));
    }
    return alternatives;
  }

  private List<BenchmarkScore> benchmarks() {
    List<BenchmarkScore> scores = new ArrayList<>();
    JsonNode benchmarks = node.path("benchmarks");
    for (Map.Entry<String, JsonNode> entry : benchmarks.properties()) {
      Double value = number(benchmarks, entry.getKey());
      if (value != null) {
        scores.add(new BenchmarkScore(entry.getKey(), value, null));
      }
    }
    return scores;
  }

  private List<String> sources() {
    List<String> sources = new ArrayList<>();
    for (JsonNode text : node.path("sources")) {
      sources.add(text.asText());
    }
    return sources;
  }

  private @Nullable String time() {
    String text = text("last_updated");
    if (text == null) {
      return null;
    }
    Optional<String> time = UtcTimes.parse(text);
    if (time.isEmpty()) {
      reject(IssueCode.DATE_INVALID, text, "last_updated must be an ISO date-time");
    }
    return time.orElse(null);
  }

  private void reject(IssueCode code, String excerpt, String detail) {
    issues.add(Issue.rejected(code, stage, source, location, excerpt, detail));
  }

  private void warn(IssueCode code, String excerpt, String detail) {
    issues.add(Issue.warning(code, stage, source, location, excerpt, detail));
  }
}
