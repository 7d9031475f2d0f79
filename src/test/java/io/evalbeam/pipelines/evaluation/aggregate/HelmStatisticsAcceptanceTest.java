package io.evalbeam.pipelines.evaluation.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statistics of generated HELM runs against a reference program and against HELM's own tables. */
class HelmStatisticsAcceptanceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXPECTED = "data/helm/expected/gen_small/";

  /** Columns of HELM's tables by title, as run group and metric. */
  private static final Map<String, String> GROUPS =
      Map.of(
          "MMLU", "mmlu",
          "GSM8K", "gsm",
          "NaturalQuestions (open-book)", "natural_qa_openbook_longans",
          "NaturalQuestions (closed-book)", "natural_qa_closedbook");

  private static final Map<String, String> METRICS =
      Map.of(
          "Observed inference time (s)", "inference_runtime",
          "# eval", "num_instances",
          "# train", "num_train_instances",
          "truncated", "prompt_truncated",
          "# prompt tokens", "num_prompt_tokens",
          "# output tokens", "num_output_tokens");

  @TempDir Path folder;

  @Test
  void theSmallSetAgreesWithTheReference() throws Exception {
    Path expected = SharedData.path(EXPECTED + "statistics.json");
    CoastStatistics actual = small("--split=test");
    assertAgrees(actual, JSON.readTree(expected.toFile()));
  }

  @Test
  void theSmallSetAgreesWithHelmsTables() throws Exception {
    Path tables = SharedData.path(EXPECTED + "groups/core_scenarios.json");
    CoastStatistics actual = small("--split=published");
    int compared = 0;
    for (JsonNode table : JSON.readTree(tables.toFile())) {
      compared += compare(table, actual.rows("group_scores", "*", ""));
    }
    assertEquals(3 * (4 + 4 + 4 * 5 + 2), compared, "columns and mean win rates of three models");
  }

  /** The reference rounds twice, so that some equal means are no ties there; none of this set. */
  @Test
  void trialsPerturbationsAndToxicityAgreeWithTheReference() throws Exception {
    Path program = SharedData.path("generators/oracle_stats.py");
    CoastStatistics actual =
        generated(
            "--split=test",
            "--models=3 --scenarios=mmlu,gsm,natural_qa --subjects=1 --n=12 --trials=3 --perturb"
                + " --toxicity --seed=22");
    Path reference = folder.resolve("reference.json");
    python(program.toString(), actual.suite("v1.0.0").toString(), reference.toString(), "test");
    assertAgrees(actual, JSON.readTree(reference.toFile()));
  }

  private static void assertAgrees(CoastStatistics actual, JsonNode expected) {
    ExpectedStatistics.assertCells(actual, expected);
    ExpectedStatistics.assertPairs(actual, expected);
    ExpectedStatistics.assertModels(actual, expected);
  }

  private CoastStatistics small(String split) throws Exception {
    return generated(
        split,
        "--models=3 --scenarios=mmlu,gsm,natural_qa --subjects=4 --n=40 --release --toxicity");
  }

  private CoastStatistics generated(String split, String options) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add(SharedData.path("generators/gen_helm.py").toString());
    arguments.add("--out=" + folder);
    arguments.addAll(List.of(options.split(" ", -1)));
    python(arguments.toArray(String[]::new));
    CoastStatistics statistics = new CoastStatistics(folder);
    statistics.ingest("--benchmark=lite").aggregate(split);
    return statistics;
  }

  private void python(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3"));
    command.addAll(List.of(arguments));
    Path log = folder.resolve("python.log");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      assumeTrue(false, "python3 cannot be started: " + e.getMessage());
      return;
    }
    assertEquals(0, process.waitFor(), Files.readString(log));
  }

  /** Compares the cells of a table that have a value; returns how many. */
  private static int compare(JsonNode table, List<Map<String, @Nullable String>> scores) {
    String metricGroup = table.path("title").textValue().toLowerCase(Locale.ROOT).replace(' ', '_');
    Map<String, Map<String, @Nullable String>> byCell = new HashMap<>();
    for (Map<String, @Nullable String> score : scores) {
      if (metricGroup.equals(score.get("metric_group"))) {
        byCell.put(
            score.get("model_name") + "/" + score.get("run_group") + "/" + score.get("metric"),
            score);
      }
    }
    int compared = 0;
    int found = 0;
    for (JsonNode row : table.path("rows")) {
      String model = row.at("/0/value").textValue();
      for (int column = 2; column < row.size(); column++) {
        JsonNode value = row.path(column).path("value");
        JsonNode title = table.at("/header/" + column + "/metadata");
        String group = GROUPS.get(title.path("run_group").textValue());
        if (!value.isNumber()) {
          continue;
        }
        String cell = model + "/" + group + "/" + metric(group, title.path("metric").textValue());
        Map<String, @Nullable String> score = byCell.getOrDefault(cell, Map.of());
        ExpectedStatistics.close(value, score.get("value"), cell);
        compared++;
        found++;
        JsonNode rate = row.at("/1/value");
        if (rate.isNumber()) {
          ExpectedStatistics.close(rate, score.get("mean_win_rate"), cell);
        }
      }
      compared += row.at("/1/value").isNumber() ? 1 : 0;
    }
    assertEquals(byCell.size(), found, "no cell that HELM does not have");
    return compared;
  }

  private static String metric(@Nullable String group, @Nullable String title) {
    String metric = METRICS.get(String.valueOf(title));
    if (metric != null) {
      return metric;
    }
    String exact = "gsm".equals(group) ? "final_number_exact_match" : "exact_match";
    return "F1".equals(title) ? "f1_score" : exact;
  }
}
