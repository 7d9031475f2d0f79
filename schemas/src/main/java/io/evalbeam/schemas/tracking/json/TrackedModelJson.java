package io.evalbeam.schemas.tracking.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.ObservedScore;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Estimated models in the shape of model files. */
public final class TrackedModelJson {
  private TrackedModelJson() {}

  /**
   * The entry of a model. Where several rows state a score for one benchmark, {@code benchmarks}
   * has the highest; all of them are in the metadata of the default policy.
   */
  public static ModelJson toModelJson(TrackedModel model, ModelVocabulary vocabulary) {
    return new ModelJson(
        model.name(),
        model.developer(),
        model.releaseDate(),
        model.parametersTotal(),
        model.parameterSource(),
        model.contextLength(),
        model.architecture(),
        model.trainingFlop(),
        model.confidence(),
        model.method(),
        model.alternatives(),
        null,
        model.threshold(),
        model.thresholdClass(),
        highestScores(model),
        model.sources(),
        model.reasoning(),
        model.updatedAt(),
        switch (vocabulary) {
          case TRACKER -> ModelJson.newMetadata();
          case DEFAULT -> metadata(model);
        });
  }

  private static List<BenchmarkScore> highestScores(TrackedModel model) {
    Map<String, Double> highest = new LinkedHashMap<>();
    for (ObservedScore score : model.scores()) {
      highest.merge(score.benchmark(), score.value(), Math::max);
    }
    List<BenchmarkScore> scores = new ArrayList<>();
    highest.forEach((benchmark, value) -> scores.add(new BenchmarkScore(benchmark, value, null)));
    return scores;
  }

  private static ObjectNode metadata(TrackedModel model) {
    ObjectNode metadata = ModelJson.newMetadata();
    metadata.put("entity_id", model.entityId());
    metadata.put("display_name", model.displayName());
    metadata.put("parameters_active", model.parametersActive());
    metadata.put("training_flop", model.trainingFlop());
    metadata.put("log10_flop_low", model.log10FlopLow());
    metadata.put("log10_flop_median", model.log10FlopMedian());
    metadata.put("log10_flop_high", model.log10FlopHigh());
    metadata.put("threshold", model.threshold());
    metadata.put("probability_above_threshold", model.probabilityAboveThreshold());
    ArrayNode flags = metadata.putArray("flags");
    for (EstimateFlag flag : model.flags()) {
      flags.add(flag.name().toLowerCase(Locale.ROOT));
    }
    ArrayNode rawNames = metadata.putArray("raw_names");
    model.rawNames().forEach(rawNames::add);
    metadata.put("observation_count", model.observationCount());
    ArrayNode scores = metadata.putArray("scores");
    for (ObservedScore score : model.scores()) {
      scores
          .addObject()
          .put("benchmark", score.benchmark())
          .put("value", score.value())
          .put("unit", score.unit())
          .put("source", score.source())
          .put("row", score.row())
          .put("raw_name", score.rawName());
    }
    return metadata;
  }

  /**
   * The model of an entry. Without this project's metadata the name stands in for what is missing
   * and training compute has the precision of the file.
   *
   * @param defaultTime ISO date-time with Z, for entries without a time
   */
  public static TrackedModel toTrackedModel(ModelJson model, String defaultTime) {
    ObjectNode metadata = model.metadata();
    Double flop = number(metadata, "training_flop");
    flop = flop == null ? model.trainingFlop() : flop;
    Double log10Flop = flop == null ? null : (Double) StrictMath.log10(flop);
    String time = model.lastUpdated();
    return new TrackedModel(
        metadata.path("entity_id").asText(model.name()),
        model.name(),
        metadata.path("display_name").asText(model.name()),
        model.developer(),
        model.releaseDate(),
        model.parameters(),
        number(metadata, "parameters_active"),
        model.parameterSource(),
        model.contextLength(),
        model.architecture(),
        flop,
        orElse(number(metadata, "log10_flop_low"), log10Flop),
        orElse(number(metadata, "log10_flop_median"), log10Flop),
        orElse(number(metadata, "log10_flop_high"), log10Flop),
        model.confidence(),
        model.method(),
        model.threshold(),
        model.thresholdClass(),
        number(metadata, "probability_above_threshold"),
        model.reasoning(),
        flags(metadata.path("flags")),
        model.alternatives(),
        metadata.has("scores") ? scores(metadata.path("scores")) : scores(model),
        metadata.has("raw_names") ? texts(metadata.path("raw_names")) : List.of(model.name()),
        model.sources(),
        metadata.path("observation_count").asInt(1),
        time == null ? defaultTime : time);
  }

  private static List<EstimateFlag> flags(JsonNode array) {
    List<EstimateFlag> flags = new ArrayList<>();
    for (JsonNode key : array) {
      for (EstimateFlag flag : EstimateFlag.values()) {
        if (flag.name().toLowerCase(Locale.ROOT).equals(key.asText())) {
          flags.add(flag);
        }
      }
    }
    return flags;
  }

  private static List<ObservedScore> scores(JsonNode array) {
    List<ObservedScore> scores = new ArrayList<>();
    for (JsonNode score : array) {
      JsonNode unit = score.path("unit");
      scores.add(
          new ObservedScore(
              score.path("benchmark").asText(),
              score.path("value").asDouble(),
              unit.isTextual() ? unit.asText() : null,
              score.path("source").asText(),
              score.path("row").asInt(),
              score.path("raw_name").asText()));
    }
    return scores;
  }

  private static List<ObservedScore> scores(ModelJson model) {
    String source = String.join("; ", model.sources());
    return model.benchmarks().stream()
        .map(s -> new ObservedScore(s.benchmark(), s.value(), s.unit(), source, 1, model.name()))
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static @Nullable Double number(JsonNode object, String key) {
    JsonNode value = object.path(key);
    return value.isNumber() ? value.asDouble() : null;
  }

  private static @Nullable Double orElse(@Nullable Double value, @Nullable Double other) {
    return value == null ? other : value;
  }
}
