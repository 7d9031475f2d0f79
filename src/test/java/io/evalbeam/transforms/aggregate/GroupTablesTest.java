package io.evalbeam.transforms.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.evaluation.GroupScore;
import io.evalbeam.schemas.reference.MetricCatalog;
import io.evalbeam.schemas.reference.ReleaseSchema;
import io.evalbeam.schemas.reference.ReleaseSchemas;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupTablesTest {
  private static final ReleaseSchema COAST =
      ReleaseSchemas.parse(
              "test.yaml",
              """
              version: 1
              schemas:
                - name: coast
                  source: invented
                  metric_groups:
                    - {name: accuracy, display_name: Accuracy, metrics: [{name: "${main_name}"}]}
                    - {name: speed, display_name: Speed, metrics: [{name: inference_runtime}]}
                    - {name: size, display_name: Size, hide_win_rates: true, metrics: [{name: num_instances}]}
                  run_groups:
                    - {name: all, display_name: All, subgroups: [tides, winds]}
                    - {name: tides, display_name: Tides, main_name: quasi_exact_match, main_split: test, metric_groups: [accuracy, speed, size]}
                    - {name: winds, display_name: Winds, main_name: quasi_exact_match, main_split: valid, metric_groups: [accuracy]}
              generic: {source: invented, metrics: [exact_match]}
              """)
          .find("coast")
          .orElseThrow();

  private static List<GroupScore> scores(AskedRun... runs) {
    GroupTables tables = new GroupTables("helm", COAST, MetricCatalog.load(Map.of()));
    Aggregated.of(runs).cells().stream()
        .sorted(
            Comparator.comparing(ComprehensiveStatistics::task)
                .thenComparing(ComprehensiveStatistics::modelName))
        .forEach(tables::add);
    return tables.rows();
  }

  private static GroupScore score(
      List<GroupScore> scores, String table, String group, String model) {
    return scores.stream()
        .filter(s -> s.metricGroup().equals(table) && s.runGroup().equals(group))
        .filter(s -> s.modelName().equals(model))
        .findFirst()
        .orElseThrow();
  }

  private static AskedRun run(String model, String task, String group) {
    return AskedRun.of(model, task).groups(group).metric("quasi_exact_match");
  }

  @Test
  void aRunWeighsAsMuchAsItHasTrials() {
    AskedRun thrice = run("gull", "tides:subject=moon", "tides");
    for (int trial = 0; trial < 3; trial++) {
      thrice.trial(trial).scores(1, 1);
    }
    GroupScore tides =
        score(
            scores(thrice, run("gull", "tides:subject=sun", "tides").scores(0, 0, 0, 0)),
            "accuracy",
            "tides",
            "gull");
    assertEquals(0.75, tides.value(), "three trials of 1 and one of 0, whatever the instances");
    assertEquals(2, tides.runs());
    assertEquals("test", tides.split());
  }

  @Test
  void allSubjectsAreOneColumnOfTheWinRate() {
    List<GroupScore> scores =
        scores(
            run("auk", "tides:subject=moon", "tides").scores(1, 1),
            run("gull", "tides:subject=moon", "tides").scores(0, 1),
            run("auk", "tides:subject=sun", "tides").scores(0, 1),
            run("gull", "tides:subject=sun", "tides").scores(0, 1),
            run("auk", "winds", "winds").published("valid").split("valid").scores(0),
            run("gull", "winds", "winds").published("valid").split("valid").scores(1));
    assertEquals(1, score(scores, "accuracy", "tides", "auk").winRate());
    assertEquals(0, score(scores, "accuracy", "winds", "auk").winRate());
    assertEquals(0.5, score(scores, "accuracy", "winds", "auk").meanWinRate());
    assertEquals(2, score(scores, "size", "tides", "auk").value(), "instances a run");
    assertNull(score(scores, "size", "tides", "auk").meanWinRate());
  }

  @Test
  void exactMatchStandsInForQuasiExactMatch() {
    GroupScore score =
        score(
            scores(AskedRun.of("gull", "tides").groups("tides").metric("exact_match").scores(1, 0)),
            "accuracy",
            "tides",
            "gull");
    assertEquals(0.5, score.value());
    assertEquals("quasi_exact_match", score.metric());
  }

  @Test
  void anotherSplitHasNoCell() {
    assertEquals(
        List.of(),
        scores(run("gull", "winds", "winds").published("valid").scores(1, 0)).stream()
            .filter(score -> score.runGroup().equals("winds"))
            .toList());
  }

  @Test
  void aMetricWithLowerBetterRanksTheOtherWay() {
    List<GroupScore> scores =
        scores(
            AskedRun.of("auk", "tides").groups("tides").metric("inference_runtime").scores(2, 4),
            AskedRun.of("gull", "tides").groups("tides").metric("inference_runtime").scores(1, 1));
    assertEquals(3, score(scores, "speed", "tides", "auk").value());
    assertEquals(0, score(scores, "speed", "tides", "auk").winRate());
    assertEquals(1, score(scores, "speed", "tides", "gull").winRate());
  }
}
