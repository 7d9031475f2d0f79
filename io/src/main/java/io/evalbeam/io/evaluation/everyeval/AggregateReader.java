package io.evalbeam.io.evaluation.everyeval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads aggregate files. Unknown fields are ignored, so that minor versions can be read. */
final class AggregateReader {
  private static final String UNKNOWN_DEVELOPER = "unknown/";

  private AggregateReader() {}

  /** Reads the bytes of a file. */
  static Aggregate read(byte[] bytes) throws MalformedAggregateException {
    JsonNode root = parse(bytes);
    checkVersion(root);
    JsonNode model = root.path("model_info");
    String evaluationId = required(root, "evaluation_id", "/evaluation_id");
    String name = StrictJson.text(model, "name");
    String id = StrictJson.text(model, "id");
    String modelId = id == null ? name : id;
    if (modelId == null) {
      throw unidentified("/model_info", "A model's id or name was expected.");
    }
    String modelName = name != null && modelId.equals(UNKNOWN_DEVELOPER + name) ? name : modelId;
    return new Aggregate(
        evaluationId,
        modelId,
        modelName,
        deployment(model),
        EpochText.seconds(StrictJson.scalar(root, "evaluation_timestamp")),
        StrictJson.scalar(root, "retrieved_timestamp"),
        distinct(results(root)),
        samples(root.path("detailed_evaluation_results")));
  }

  private static JsonNode parse(byte[] bytes) throws MalformedAggregateException {
    try {
      return StrictJson.object(bytes, bytes.length)
          .orElseThrow(() -> unidentified("", "A JSON object was expected."));
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
      throw new MalformedAggregateException(
          IssueCode.PARSE_ERROR, place, "", "The file is no valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      // Bytes in memory cannot fail to be read: they are no text.
      throw new MalformedAggregateException(
          IssueCode.PARSE_ERROR, "", "", "The file is no JSON text: " + e.getMessage());
    }
  }

  private static void checkVersion(JsonNode root) throws MalformedAggregateException {
    String version = required(root, "schema_version", "/schema_version");
    if (!EveryEvalVersions.isReadable(version)) {
      throw new MalformedAggregateException(
          IssueCode.FORMAT_BROKEN,
          "/schema_version",
          version,
          "Versions 0.2 and 0.3 of Every Eval Ever can be read, this one cannot.");
    }
  }

  private static List<AggregateResult> results(JsonNode root) throws MalformedAggregateException {
    List<AggregateResult> results = new ArrayList<>();
    for (JsonNode node : root.path("evaluation_results")) {
      AggregateResult result = AggregateResult.of(node, results.size() + 1);
      if (result == null) {
        throw unidentified(
            "/evaluation_results/" + results.size(),
            "The name of an evaluation or of a data set was expected.");
      }
      results.add(result);
    }
    if (results.isEmpty()) {
      throw new MalformedAggregateException(
          IssueCode.SOURCE_EMPTY, "/evaluation_results", "", "At least one result was expected.");
    }
    return results;
  }

  /**
   * Several results of one metric under one condition, such as those of two answer filters, become
   * metrics of their own, named by their identifiers or else by their positions.
   */
  private static List<AggregateResult> distinct(List<AggregateResult> results) {
    Map<List<Object>, Integer> counts = new HashMap<>();
    results.forEach(r -> counts.merge(key(r), 1, Integer::sum));
    return results.stream()
        .map(r -> counts.getOrDefault(key(r), 0) > 1 ? r.withMetric(ownName(r)) : r)
        .toList();
  }

  private static List<Object> key(AggregateResult result) {
    return List.of(result.task(), result.metric(), result.condition());
  }

  private static String ownName(AggregateResult result) {
    return result.id() == null ? result.metric() + "#" + result.row() : result.id();
  }

  private static Aggregate.@Nullable DeclaredSamples samples(JsonNode declared) {
    if (!declared.isObject()) {
      return null;
    }
    String algorithm = StrictJson.text(declared, "hash_algorithm");
    String checksum = StrictJson.text(declared, "checksum");
    return new Aggregate.DeclaredSamples(
        checksum != null && "sha256".equals(algorithm) ? checksum.toLowerCase(Locale.ROOT) : null,
        StrictJson.count(declared, "total_rows"));
  }

  private static @Nullable String deployment(JsonNode model) {
    String stated =
        StrictJson.text(model.path("additional_details"), AggregateFields.MODEL_DEPLOYMENT);
    if (stated != null) {
      return stated;
    }
    String platform = StrictJson.text(model, "inference_platform");
    return platform == null ? StrictJson.text(model.path("inference_engine"), "name") : platform;
  }

  private static String required(JsonNode root, String field, String pointer)
      throws MalformedAggregateException {
    String value = StrictJson.text(root, field);
    if (value == null || value.isEmpty()) {
      throw unidentified(pointer, "A text was expected.");
    }
    return value;
  }

  private static MalformedAggregateException unidentified(String pointer, String detail) {
    return new MalformedAggregateException(IssueCode.RUN_UNIDENTIFIED, pointer, "", detail);
  }
}
