package io.evalbeam.schemas.tracking.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.DecimalText;
import io.evalbeam.schemas.tracking.DeveloperOrigin;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.StatedFact;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Source rows in the shape of model files. What the shape has no key for goes to {@code metadata},
 * so a row of the default policy survives writing and reading unchanged; files of the {@code
 * tracker} policy, and files of others, have no such metadata.
 */
public final class SourceRowJson {
  private static final String UNKNOWN_DEVELOPER = "Unknown";

  private SourceRowJson() {}

  /** The entry of a row. */
  public static ModelJson toModelJson(SourceRow row, ModelVocabulary vocabulary) {
    Double contextLength = number(row, ModelAttribute.CONTEXT_LENGTH);
    return new ModelJson(
        row.name(),
        row.developer(),
        text(row, ModelAttribute.RELEASE_DATE),
        number(row, ModelAttribute.PARAMETERS),
        null,
        contextLength == null ? null : contextLength.longValue(),
        text(row, ModelAttribute.ARCHITECTURE),
        number(row, ModelAttribute.TRAINING_COMPUTE),
        Confidence.SPECULATIVE,
        EstimationMethod.NONE,
        List.of(),
        null,
        ModelJson.DEFAULT_THRESHOLD,
        ThresholdClass.NOT_SURE,
        row.scores(),
        row.sourceText().isEmpty() ? List.of() : List.of(row.sourceText()),
        "",
        row.observedAt(),
        switch (vocabulary) {
          case TRACKER -> ModelJson.newMetadata();
          case DEFAULT -> metadata(row);
        });
  }

  /**
   * The row of an entry. Without this project's metadata the raw name is the name and the developer
   * counts as stated.
   *
   * @param source source name
   * @param row place in the file from 1, used when the metadata does not say
   */
  public static SourceRow toSourceRow(ModelJson model, String source, int row) {
    ObjectNode metadata = model.metadata();
    boolean foreign = !metadata.has("raw_name");
    String developer = model.developer();
    boolean known = !developer.equals(UNKNOWN_DEVELOPER);
    return new SourceRow(
        source,
        metadata.path("row").asInt(row),
        metadata.path("raw_name").asText(model.name()),
        model.name(),
        foreign ? (known ? developer : null) : textOrNull(metadata, "developer_stated"),
        developer,
        origin(metadata, known),
        variant(metadata.path("variant")),
        scores(model, metadata.path("units")),
        metadata.path("facts").isArray() ? facts(metadata.path("facts")) : statedFacts(model),
        String.join("; ", model.sources()),
        model.lastUpdated());
  }

  private static ObjectNode metadata(SourceRow row) {
    ObjectNode metadata = ModelJson.newMetadata();
    metadata.put("row", row.row());
    metadata.put("raw_name", row.rawName());
    metadata.put("developer_stated", row.developerStated());
    metadata.put("developer_origin", row.developerOrigin().name().toLowerCase(Locale.ROOT));
    putVariant(metadata.putObject("variant"), row.variant());
    ObjectNode units = metadata.putObject("units");
    for (BenchmarkScore score : row.scores()) {
      if (score.unit() != null) {
        units.put(score.benchmark(), score.unit());
      }
    }
    ArrayNode facts = metadata.putArray("facts");
    for (StatedFact fact : row.facts()) {
      facts
          .addObject()
          .put("attribute", fact.attribute().key())
          .put("text", fact.text())
          .put("number", fact.number());
    }
    return metadata;
  }

  private static void putVariant(ObjectNode object, Variant variant) {
    putIfPresent(object, "snapshot", variant.snapshot());
    putIfPresent(object, "tuning", variant.tuning());
    putIfPresent(object, "mode", variant.mode());
    putIfPresent(object, "effort", variant.effort());
    putIfPresent(object, "quantization", variant.quantization());
    if (variant.contextLength() != null) {
      object.put("context_length", variant.contextLength());
    }
    putIfPresent(object, "stage", variant.stage());
  }

  private static void putIfPresent(ObjectNode object, String key, @Nullable String value) {
    if (value != null) {
      object.put(key, value);
    }
  }

  private static Variant variant(JsonNode object) {
    JsonNode contextLength = object.path("context_length");
    return new Variant(
        textOrNull(object, "snapshot"),
        textOrNull(object, "tuning"),
        textOrNull(object, "mode"),
        textOrNull(object, "effort"),
        textOrNull(object, "quantization"),
        contextLength.isNumber() ? contextLength.asLong() : null,
        textOrNull(object, "stage"));
  }

  private static DeveloperOrigin origin(JsonNode metadata, boolean known) {
    String key = metadata.path("developer_origin").asText("");
    for (DeveloperOrigin origin : DeveloperOrigin.values()) {
      if (origin.name().toLowerCase(Locale.ROOT).equals(key)) {
        return origin;
      }
    }
    return known ? DeveloperOrigin.STATED : DeveloperOrigin.UNKNOWN;
  }

  private static List<BenchmarkScore> scores(ModelJson model, JsonNode units) {
    List<BenchmarkScore> scores = new ArrayList<>();
    for (BenchmarkScore score : model.benchmarks()) {
      scores.add(
          new BenchmarkScore(
              score.benchmark(), score.value(), textOrNull(units, score.benchmark())));
    }
    return scores;
  }

  private static List<StatedFact> facts(JsonNode array) {
    List<StatedFact> facts = new ArrayList<>();
    for (JsonNode fact : array) {
      JsonNode number = fact.path("number");
      ModelAttribute.ofKey(fact.path("attribute").asText(""))
          .ifPresent(
              attribute ->
                  facts.add(
                      new StatedFact(
                          attribute,
                          fact.path("text").asText(""),
                          number.isNumber() ? number.asDouble() : null)));
    }
    return facts;
  }

  /** Values under the keys of the shape itself; an estimate is no stated fact. */
  private static List<StatedFact> statedFacts(ModelJson model) {
    List<StatedFact> facts = new ArrayList<>();
    if (model.releaseDate() != null) {
      facts.add(new StatedFact(ModelAttribute.RELEASE_DATE, model.releaseDate(), null));
    }
    if (model.parameters() != null && !isDerived(model.parameterSource())) {
      facts.add(number(ModelAttribute.PARAMETERS, model.parameters()));
    }
    if (model.contextLength() != null) {
      facts.add(number(ModelAttribute.CONTEXT_LENGTH, model.contextLength().doubleValue()));
    }
    if (model.architecture() != null) {
      facts.add(new StatedFact(ModelAttribute.ARCHITECTURE, model.architecture(), null));
    }
    if (model.trainingFlop() != null && model.method() == EstimationMethod.DISCLOSED_COMPUTE) {
      facts.add(number(ModelAttribute.TRAINING_COMPUTE, model.trainingFlop()));
    }
    return facts;
  }

  private static boolean isDerived(@Nullable String parameterSource) {
    return parameterSource != null
        && (parameterSource.startsWith("known_specification")
            || parameterSource.equals("extracted_from_name"));
  }

  private static StatedFact number(ModelAttribute attribute, double value) {
    return new StatedFact(attribute, DecimalText.shortest(value), value);
  }

  private static @Nullable String text(SourceRow row, ModelAttribute attribute) {
    for (StatedFact fact : row.facts()) {
      if (fact.attribute() == attribute) {
        return fact.text();
      }
    }
    return null;
  }

  private static @Nullable Double number(SourceRow row, ModelAttribute attribute) {
    for (StatedFact fact : row.facts()) {
      if (fact.attribute() == attribute && fact.number() != null) {
        return fact.number();
      }
    }
    return null;
  }

  private static @Nullable String textOrNull(JsonNode object, String key) {
    JsonNode value = object.path(key);
    return value.isTextual() ? value.asText() : null;
  }
}
