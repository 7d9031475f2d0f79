package io.evalbeam.pipelines.evaluation.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Published rows against statistics that another program computed of the same runs. */
final class ExpectedStatistics {
  private static final double RELATIVE = 1e-12;

  private ExpectedStatistics() {}

  /** Each cell of the main metric, and no others. */
  static void assertCells(CoastStatistics actual, JsonNode expected) {
    String rest =
        "where main_metric and perturbation is null and split = '"
            + expected.path("split").textValue()
            + "'";
    List<Map<String, @Nullable String>> rows = actual.rows("comprehensive_stats", "*", rest);
    assertEquals(expected.path("cells").size(), rows.size());
    for (JsonNode cell : expected.path("cells")) {
      Map<String, @Nullable String> row =
          find(rows, cell, Map.of("task", task(cell), "model_name", text(cell, "model")));
      same(cell, "n", row, "n");
      same(cell, "mean", row, "mean");
      same(cell, "min", row, "min");
      same(cell, "max", row, "max");
      if (cell.path("n").intValue() > 1) {
        same(cell, "sd_sample", row, "sd");
        same(cell, "se", row, "se");
      } else {
        assertNull(row.get("sd"));
      }
      if (cell.path("wilson95").isArray()) {
        close(cell.at("/wilson95/0"), row.get("ci_lower"), "lower");
        close(cell.at("/wilson95/1"), row.get("ci_upper"), "upper");
      }
    }
  }

  /** Each pair of models on each task, and no others. */
  static void assertPairs(CoastStatistics actual, JsonNode expected) {
    List<Map<String, @Nullable String>> rows =
        actual.rows("pair_comparisons", "*", "where task is not null");
    assertEquals(expected.path("pairs").size(), rows.size());
    for (JsonNode pair : expected.path("pairs")) {
      Map<String, @Nullable String> row =
          find(
              rows,
              pair,
              Map.of("task", task(pair), "model_a", text(pair, "a"), "model_b", text(pair, "b")));
      same(pair, "n", row, "n_shared");
      same(pair, "diff", row, "mean_difference");
      same(pair, "a_only", row, "a_only");
      same(pair, "b_only", row, "b_only");
      same(pair, "mcnemar_exact_p", row, "p");
      if (pair.path("n").intValue() > 1) {
        same(pair, "se_paired", row, "se_paired");
      }
    }
  }

  /** Each model over all tasks, and no others. */
  static void assertModels(CoastStatistics actual, JsonNode expected) {
    List<Map<String, @Nullable String>> rows = actual.rows("leaderboard", "*", "");
    assertEquals(expected.path("overall").size(), rows.size());
    for (JsonNode model : expected.path("overall")) {
      Map<String, @Nullable String> row =
          find(rows, model, Map.of("model_name", text(model, "model")));
      same(model, "tasks", row, "tasks");
      same(model, "n", row, "n");
      same(model, "macro", row, "macro");
      same(model, "micro", row, "pooled");
      same(model, "se_macro", row, "se_macro");
      same(model, "se_micro_iid", row, "se_pooled_iid");
      same(model, "se_micro_clustered_by_task", row, "se_pooled_clustered");
      same(model, "mean_win_rate", row, "mean_win_rate");
      // The reference stops when no strength moves by more than 1e-12.
      double strength = model.path("bradley_terry_log").doubleValue();
      String fitted = row.get("bradley_terry");
      assertNotNull(fitted);
      assertEquals(strength, Double.parseDouble(fitted), 1e-11);
    }
  }

  /** The reference names a task with all arguments of the run but the model. */
  private static String task(JsonNode row) {
    String[] nameAndArguments = text(row, "task").split(":", 2);
    String arguments =
        nameAndArguments.length == 1
            ? ""
            : Arrays.stream(nameAndArguments[1].split(",", -1))
                .filter(argument -> !argument.startsWith("method="))
                .filter(argument -> !argument.startsWith("data_augmentation="))
                .collect(Collectors.joining(","));
    return arguments.isEmpty() ? nameAndArguments[0] : nameAndArguments[0] + ":" + arguments;
  }

  private static String text(JsonNode row, String field) {
    return row.path(field).asText();
  }

  private static Map<String, @Nullable String> find(
      List<Map<String, @Nullable String>> rows, JsonNode wanted, Map<String, String> key) {
    List<Map<String, @Nullable String>> found =
        rows.stream()
            .filter(
                row ->
                    key.entrySet().stream().allMatch(k -> k.getValue().equals(row.get(k.getKey()))))
            .toList();
    assertEquals(1, found.size(), wanted.toString());
    return found.get(0);
  }

  private static void same(
      JsonNode expected, String field, Map<String, @Nullable String> row, String column) {
    close(expected.path(field), row.get(column), field + " of " + expected);
  }

  /** Equal to the precision of the reference, whose zeros can be rounding errors. */
  static void close(JsonNode expected, @Nullable String actual, String what) {
    assertNotNull(actual, what);
    double value = expected.doubleValue();
    double tolerance = Math.max(RELATIVE * Math.abs(value), 1e-15);
    assertEquals(value, Double.parseDouble(actual), tolerance, what);
  }
}
