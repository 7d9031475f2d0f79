package io.evalbeam.io.evaluation.everyeval;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.evalbeam.io.files.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The rules of the standard's validator, and two it leaves unchecked (the checksum, and that rows
 * name results that are there), written from its description and not from our writer.
 */
public final class StandardRules {
  private static final Pattern PATH =
      Pattern.compile(
          "data(/[^/<>:\"\\\\|?*\\x00-\\x1f]*[^/<>:\"\\\\|?*\\x00-\\x1f. ]){3}"
              + "/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\.json");
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);
  private static final Set<String> ROW_KEYS =
      Set.of(
          "schema_version",
          "evaluation_id",
          "model_id",
          "evaluation_name",
          "evaluation_result_id",
          "sample_id",
          "sample_hash",
          "interaction_type",
          "input",
          "output",
          "answer_attribution",
          "evaluation",
          "token_usage",
          "performance",
          "metadata");
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final List<String> problems = new ArrayList<>();

  private StandardRules() {}

  /** What is wrong with an aggregate and its samples; the root holds {@code data/}. */
  public static List<String> problems(Path root, Path aggregate) throws IOException {
    StandardRules rules = new StandardRules();
    rules.checkPath(root.relativize(aggregate).toString());
    JsonNode json = STRICT.readTree(Files.readAllBytes(aggregate));
    rules.checkAggregate(json);
    rules.checkSamples(root, aggregate, json);
    return rules.problems;
  }

  private void expect(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }

  private void checkPath(String path) {
    expect(PATH.matcher(path).matches(), "path " + path);
    for (String part : path.substring("data/".length()).split("/", -1)) {
      expect(!DEVICE.matcher(part).matches(), "device " + part);
      expect(!part.equals("data"), "a part is called data");
    }
  }

  private void checkAggregate(JsonNode json) {
    expect(json.path("schema_version").asText().equals("0.3.0"), "schema_version");
    expect(json.path("retrieved_timestamp").asText().matches("\\d+"), "retrieved_timestamp");
    expect(json.path("source_metadata").hasNonNull("source_organization_name"), "organization");
    expect(
        Set.of("first_party", "third_party", "collaborative", "other")
            .contains(json.at("/source_metadata/evaluator_relationship").asText()),
        "evaluator_relationship");
    expect(json.at("/eval_library/version").isTextual(), "library version");
    JsonNode model = json.path("model_info");
    expect(model.path("id").asText().contains("/"), "model id");
    expect(model.at("/additional_details/deployment_type").isTextual(), "deployment_type");
    expect(model.at("/additional_details/model_availability").isTextual(), "model_availability");
    allText(json.at("/source_metadata/additional_details"));
    allText(model.path("additional_details"));
    expect(!json.path("evaluation_results").isEmpty(), "results");
    Set<String> ids = new TreeSet<>();
    for (JsonNode result : json.path("evaluation_results")) {
      checkResult(result);
      expect(ids.add(result.path("evaluation_result_id").asText()), "result id twice");
    }
  }

  private void checkResult(JsonNode result) {
    String id = result.path("evaluation_result_id").asText();
    expect(result.hasNonNull("evaluation_name"), id + " name");
    expect(result.at("/source_data/dataset_name").isTextual(), id + " dataset");
    JsonNode metric = result.path("metric_config");
    expect(metric.path("lower_is_better").isBoolean(), id + " direction");
    double score = finite(result.at("/score_details/score"), id + " score");
    double min = metric.path("min_score").asDouble(Double.NEGATIVE_INFINITY);
    double max = metric.path("max_score").asDouble(Double.POSITIVE_INFINITY);
    expect(min <= max && score >= min && score <= max, id + " bounds");
    if (metric.path("score_type").asText().equals("continuous")) {
      expect(metric.has("min_score") && metric.has("max_score"), id + " continuous");
    }
    JsonNode error = result.at("/score_details/uncertainty/standard_error");
    if (!error.isMissingNode()) {
      finite(error.path("value"), id + " standard error");
    }
    allText(result.at("/score_details/details"));
    JsonNode maxTokens = result.at("/generation_config/generation_args/max_tokens");
    expect(maxTokens.isMissingNode() || maxTokens.asInt() >= 1, id + " max_tokens");
    allText(result.at("/generation_config/additional_details"));
  }

  private void checkSamples(Path root, Path aggregate, JsonNode json) throws IOException {
    String name = Objects.requireNonNull(aggregate.getFileName()).toString();
    Path samples = aggregate.resolveSibling(name.replace(".json", "_samples.jsonl"));
    JsonNode declared = json.path("detailed_evaluation_results");
    expect(declared.isObject() == Files.exists(samples), "samples declared and there");
    if (!declared.isObject()) {
      return;
    }
    expect(
        declared.path("file_path").asText().equals(root.relativize(samples).toString()),
        "file_path");
    expect(Hashes.ofFile(samples.toString()).equals(declared.path("checksum").asText()), "hash");
    String text = Files.readString(samples, StandardCharsets.UTF_8);
    expect(text.endsWith("\n") && !text.contains("\n\n"), "lines");
    List<String> lines = text.lines().toList();
    expect(declared.path("total_rows").asInt() == lines.size() && !lines.isEmpty(), "total_rows");
    Set<String> ids = new TreeSet<>();
    json.path("evaluation_results").forEach(r -> ids.add(r.path("evaluation_result_id").asText()));
    for (String line : lines) {
      checkRow(STRICT.readTree(line), json, ids);
    }
  }

  private void checkRow(JsonNode row, JsonNode aggregate, Set<String> resultIds) {
    row.fieldNames().forEachRemaining(key -> expect(ROW_KEYS.contains(key), "row key " + key));
    expect(row.path("evaluation_id").equals(aggregate.path("evaluation_id")), "evaluation_id");
    expect(row.path("model_id").equals(aggregate.at("/model_info/id")), "model_id");
    expect(resultIds.contains(row.path("evaluation_result_id").asText()), "dangling result");
    expect(row.path("interaction_type").asText().equals("single_turn"), "interaction_type");
    expect(row.at("/input/raw").isTextual() && row.at("/input/reference").isArray(), "input");
    expect(row.at("/output/raw").isArray() && !row.has("messages"), "output");
    expect(row.path("answer_attribution").isArray(), "attribution");
    expect(row.at("/evaluation/is_correct").isBoolean(), "is_correct");
    finite(row.at("/evaluation/score"), "row score");
    JsonNode tokens = row.path("token_usage");
    expect(tokens.isMissingNode() || tokens.size() == 3, "token_usage");
    allText(row.path("metadata"));
  }

  private void allText(JsonNode details) {
    details.forEach(value -> expect(value.isTextual(), "details hold " + value));
  }

  private double finite(JsonNode number, String what) {
    expect(number.isNumber() && Double.isFinite(number.doubleValue()), what);
    return number.doubleValue();
  }
}
