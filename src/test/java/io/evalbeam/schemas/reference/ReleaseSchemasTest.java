package io.evalbeam.schemas.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.schemas.evaluation.MainMetric;
import io.evalbeam.testing.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseSchemasTest {
  private static final ReleaseSchemas SCHEMAS = ReleaseSchemas.load();
  private static final MetricCatalog METRICS = MetricCatalog.load();

  private static ReleaseSchema schema(String name) {
    return SCHEMAS.find(name).orElseThrow();
  }

  private static Optional<MainMetric> main(String schema, String... groups) {
    return schema(schema).mainMetric(List.of(groups), "task", METRICS);
  }

  @Test
  void describesHelmsTextBenchmarks() {
    assertEquals(List.of("lite", "mmlu", "capabilities", "safety", "classic"), SCHEMAS.names());
    assertTrue(SCHEMAS.find("heim").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "lite, gsm, final_number_exact_match, , test, true",
    "classic, gsm, exact_match_indicator, , test, true",
    "lite, natural_qa_closedbook, f1_score, , valid, false",
    "lite, med_qa, quasi_exact_match, exact_match, test, true",
    "lite, wmt_14, bleu_4, , test, false",
    "mmlu, mmlu_world_religions, exact_match, , test, true",
    "capabilities, wildbench, wildbench_score_rescaled, , test, false",
    "safety, xstest, safety_score, , test, false",
    "classic, hellaswag, exact_match, , valid, true",
    "classic, msmarco_regular, RR@10, , valid, false",
  })
  void theMainMetricIsThatOfTheReleasesSchema(
      String schema, String group, String metric, String fallback, String split, boolean binary) {
    assertEquals(
        new MainMetric(metric, fallback, split, false, binary), main(schema, group).orElseThrow());
  }

  @Test
  void lossesKeepTheirDirection() {
    assertEquals(
        new MainMetric("bits_per_byte", null, "test", true, false),
        main("classic", "the_pile").orElseThrow());
  }

  @Test
  void theFirstGroupWithAMainMetricCounts() {
    assertEquals(
        "f1_score", main("lite", "elsewhere", "narrative_qa", "gsm").orElseThrow().metric());
    assertEquals(
        "exact_match", main("mmlu", "mmlu_subjects", "mmlu_anatomy").orElseThrow().metric());
    assertTrue(main("lite", "elsewhere").isEmpty());
    assertTrue(main("classic", "copyright_text").isEmpty());
  }

  @Test
  void theTaskSpeaksForARunWithoutGroups() {
    assertEquals(
        "exact_match",
        schema("lite")
            .mainMetric(List.of(), "mmlu:subject=anatomy", METRICS)
            .orElseThrow()
            .metric());
    assertTrue(schema("lite").mainMetric(List.of("other"), "gsm", METRICS).isEmpty());
  }

  @Test
  void everyMetricOfEverySchemaIsInTheCatalogue() {
    for (String name : SCHEMAS.names()) {
      ReleaseSchema schema = schema(name);
      for (RunGroup group : schema.runGroups()) {
        for (MetricGroup table : schema.tables(group)) {
          for (GroupColumn column : schema.columns(group, table)) {
            assertTrue(METRICS.find(column.metric()).isPresent(), name + ": " + column.metric());
          }
        }
      }
    }
  }

  @Test
  void mmluHasItsFiftySevenSubjects() {
    ReleaseSchema mmlu = schema("mmlu");
    RunGroup subjects = mmlu.runGroup("mmlu_subjects").orElseThrow();
    MetricGroup accuracy = mmlu.metricGroup("accuracy").orElseThrow();

    assertEquals(1 + 57, mmlu.columns(subjects, accuracy).size());
    assertEquals(List.of(), accuracy.aggregates());
    assertEquals(
        List.of(MetricGroup.Aggregation.MEAN),
        schema("capabilities").metricGroup("accuracy").orElseThrow().aggregates());
  }

  @Test
  void groupsOfGroupsAreFlattenedInOrder() {
    ReleaseSchema classic = schema("classic");
    RunGroup core = classic.runGroup("core_scenarios").orElseThrow();

    List<String> members = classic.expanded(core).stream().map(RunGroup::name).toList();

    assertEquals(
        List.of("core_scenarios", "question_answering", "mmlu", "boolq"), members.subList(0, 4));
    assertEquals("raft", members.get(members.size() - 1));
    assertEquals(
        "IMDB - EM (Robustness)",
        classic
            .columns(core, classic.metricGroup("robustness").orElseThrow())
            .get(11)
            .headingWithGroup(METRICS));
  }

  @Test
  void variationsOfRunsCountInTheirOwnGroupOnly() {
    ReleaseSchema classic = schema("classic");

    assertEquals(
        List.of("ablation_prompts"),
        classic.countedGroups(List.of("imdb", "ablation_prompts")).stream()
            .map(RunGroup::name)
            .toList());
    assertEquals(
        List.of("imdb"),
        classic.countedGroups(List.of("imdb", "unknown")).stream().map(RunGroup::name).toList());
    RunGroup inContext = classic.runGroup("ablation_in_context").orElseThrow();
    assertTrue(classic.tables(inContext).stream().noneMatch(t -> t.name().equals("robustness")));
  }

  @Test
  void headingsAreThoseOfHelmsOwnTables() throws IOException {
    JsonNode tables =
        new ObjectMapper()
            .readTree(
                SharedData.path("data/helm/expected/gen_small/groups/core_scenarios.json")
                    .toFile());
    ReleaseSchema lite = schema("lite");
    RunGroup core = lite.runGroup("core_scenarios").orElseThrow();

    assertEquals(3, lite.tables(core).size());
    for (int i = 0; i < 3; i++) {
      MetricGroup table = lite.tables(core).get(i);
      List<String> expected = new ArrayList<>();
      List<@Nullable Boolean> directions = new ArrayList<>();
      for (JsonNode cell : tables.get(i).get("header")) {
        if (cell.get("metadata").has("metric")) {
          expected.add(cell.get("value").asText());
          JsonNode direction = cell.get("lower_is_better");
          directions.add(direction == null ? null : direction.asBoolean());
        }
      }
      List<GroupColumn> columns = lite.columns(core, table);
      assertEquals(tables.get(i).get("title").asText(), table.displayName());
      assertEquals(expected, columns.stream().map(c -> c.headingWithGroup(METRICS)).toList());
      List<@Nullable Boolean> found = new ArrayList<>();
      columns.forEach(c -> found.add(METRICS.find(c.metric()).orElseThrow().lowerIsBetter()));
      assertEquals(directions, found);
      assertEquals(List.of(MetricGroup.Aggregation.WIN_RATE), table.aggregates());
    }
  }

  @Test
  void aRunWithoutGroupsHasTheMetricThatComesFirstInTheOrderOfPreference() {
    assertEquals(
        new MainMetric("acc_norm", null, null, false, true),
        SCHEMAS.genericMain(Set.of("acc", "acc_norm", "f1"), "lm-eval", METRICS).orElseThrow());
    assertEquals(
        new MainMetric("correct", null, null, false, true),
        SCHEMAS.genericMain(Set.of("correct", "score"), "opencompass", METRICS).orElseThrow());
    assertEquals(
        new MainMetric("perplexity", null, null, true, false),
        SCHEMAS.genericMain(Set.of("perplexity", "vibes"), "lm-eval", METRICS).orElseThrow());
  }

  @Test
  void anUnknownMetricIsTheMainOneOnlyWhenItIsAlone() {
    assertEquals(
        new MainMetric("vibes", null, null, null, false),
        SCHEMAS.genericMain(Set.of("vibes"), "inspect", METRICS).orElseThrow());
    assertTrue(SCHEMAS.genericMain(Set.of("vibes", "mood"), "inspect", METRICS).isEmpty());
    assertTrue(SCHEMAS.genericMain(Set.of(), "inspect", METRICS).isEmpty());
  }

  @Test
  void aUsersFileReplacesTheShippedOne() {
    ReleaseSchemas own =
        ReleaseSchemas.load(
            Map.of(
                ReleaseSchemas.FILE,
                """
                version: 1
                schemas:
                  - name: house
                    source: here
                    metric_groups:
                      - {name: accuracy, display_name: Accuracy, metrics: [{name: "${main_name}"}]}
                    run_groups:
                      - {name: quiz, display_name: Quiz, main_name: acc, main_split: test, metric_groups: [accuracy]}
                generic: {source: here, metrics: [acc]}
                """));

    assertEquals(List.of("house"), own.names());
  }

  @Test
  void everyProblemIsNamed() {
    String yaml =
        """
        version: 1
        schemas:
          - name: house
            source: here
            metric_groups:
              - {name: accuracy, display_name: Accuracy, metrics: [{name: "${main_name}"}]}
              - {name: accuracy, display_name: Accuracy, metrics: [{name: "${other}"}]}
            run_groups:
              - {name: quiz, display_name: Quiz, metric_groups: [accuracy, speed], subgroups: [riddles]}
              - {name: test, main_name: acc}
        """;

    List<String> problems =
        assertThrows(
                InvalidConfigurationException.class, () -> ReleaseSchemas.parse("own.yaml", yaml))
            .problems();

    assertEquals(
        List.of(
            "own.yaml: schema house: metric group accuracy is listed twice",
            "own.yaml: schema house: metric group accuracy: ${other} is not a known placeholder",
            "own.yaml: schema house: run group quiz: no such subgroup: riddles",
            "own.yaml: schema house: run group quiz: no such metric group: speed",
            "own.yaml: schema house: run group quiz: main_name is missing",
            "own.yaml: schema house: run group test: display_name is missing",
            "own.yaml: schema house: run group test: main_split is missing",
            "own.yaml: generic metrics are missing"),
        problems);
  }
}
