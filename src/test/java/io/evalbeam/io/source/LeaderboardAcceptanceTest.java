package io.evalbeam.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaderboardAcceptanceTest {
  private static final String TRACKER = "data/model-tracker/";

  private static Reading read(String yaml, String file) throws IOException {
    try (InputStream in = Files.newInputStream(SharedData.path(file))) {
      return Reading.of(Reading.description(yaml), in);
    }
  }

  private static List<String> values(ParsedRow row) {
    return row.scores().stream().map(s -> s.benchmark() + "=" + s.value()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "lmarena; csv; lmarena_text.csv; 217; {lmarena_score: Score}",
        "olympic_arena; html_table; OlympicArena.html; 8; {olympic_overall: Overall*, olympic_math: Math, olympic_physics: Physics, olympic_chemistry: Chemistry, olympic_biology: Biology}",
        "openlm_arena; html_table; openlm_chatbot_arena.html; 214; {openlm_arena_elo: Arena Elo, coding_score: Coding, vision_score: Vision, aai_score: AAI, mmlu_pro_score: MMLU*}",
        "physics_iq; html_table; PhysicsIQ.html; 8; {physics_iq_score: Physics IQ Score}",
        "superclue; html_table; SuperCLUE.html; 31; {superclue_overall: Overall Score, superclue_math: Math, superclue_reasoning: Science Reasoning, superclue_code: Code Generation, superclue_agents: Agent Capabilities}",
        "video_arena; html_table; VideoArena.html; 7; {video_arena_elo: ELO Score, video_quality: Quality Rating}",
      })
  void bothStylesReadTheScoresOfTheOriginal(
      String name, String format, String file, int rows, String benchmarks) throws Exception {
    String yaml =
        "name: " + name + "\nformat: " + format + "\nlocation: x\ncolumns: {model: Model}\n";
    Reading exact = read(yaml + "benchmarks: " + benchmarks, TRACKER + "raw/" + file);
    Reading tracker =
        read(
            yaml + "reading: tracker\nbenchmarks: " + benchmarks.replace("*", ""),
            TRACKER + "raw/" + file);
    Reading original =
        read(
            "name: " + name + "\nformat: json_models\nlocation: x",
            TRACKER + "scraped/" + name + "_models.json");
    assertEquals(List.of(), exact.issues());
    assertEquals(List.of(), tracker.issues());
    assertEquals(List.of(), original.issues());
    assertEquals(rows, exact.rows().size());
    List<List<String>> expected =
        original.rows().stream().map(LeaderboardAcceptanceTest::values).toList();
    assertEquals(expected, exact.rows().stream().map(LeaderboardAcceptanceTest::values).toList());
    assertEquals(expected, tracker.rows().stream().map(LeaderboardAcceptanceTest::values).toList());
    assertEquals(exact.names(), tracker.names());
  }

  @Test
  void theOpenBoardKeepsOrganisationsVotesAndMedals() throws Exception {
    Reading reading =
        read(
            """
            name: openlm
            format: html_table
            location: x
            columns: {model: Model, developer: Organization, attributes: {votes: Votes, license: License}}
            benchmarks: {openlm_arena_elo: {column: Arena Elo, unit: elo}}
            """,
            TRACKER + "raw/openlm_chatbot_arena.html");
    assertEquals(193, reading.rows().stream().filter(r -> r.developerStated() != null).count());
    assertEquals(
        193,
        reading.rows().stream()
            .filter(r -> Reading.fact(r, ModelAttribute.VOTES).isPresent())
            .count());
    assertEquals(194, reading.rows().stream().filter(r -> !r.scores().isEmpty()).count());
  }

  @ParameterizedTest
  @CsvSource({
    "history/2025-07-31/estimated_models.json, 238",
    "history/2025-07-31/lmarena_models.json, 212",
    "history/2025-07-31/openlm_arena_models.json, 194",
    "history/2025-08-15/estimated_models.json, 282",
    "history/2025-08-15/lmarena_models.json, 217",
    "history/2025-08-15/openlm_arena_models.json, 214",
  })
  void oldCollectionsAreRead(String file, int rows) throws Exception {
    Reading reading = read("name: old\nformat: json_models\nlocation: x", TRACKER + file);
    assertEquals(List.of(), reading.issues());
    assertEquals(new ReadCounts(rows, rows, 0, 0, true), reading.counts());
    assertTrue(reading.rows().stream().allMatch(r -> r.observedAt() != null));
  }

  @Test
  void thePublishedExportIsReadWhole() throws Exception {
    Reading reading =
        read(
            "name: epoch\nformat: epoch_csv\nlocation: x",
            TRACKER + "published/published_data.csv");
    assertEquals(List.of(), reading.issues());
    assertEquals(26, reading.rows().size());
    assertEquals(26, count(reading, ModelAttribute.TRAINING_COMPUTE));
    assertEquals(10, count(reading, ModelAttribute.PARAMETERS));
    assertEquals(9, count(reading, ModelAttribute.DATASET_SIZE));
    assertEquals(6, count(reading, ModelAttribute.TRAINING_TIME));
    assertEquals(11, count(reading, ModelAttribute.TRAINING_HARDWARE));
    assertEquals(9, count(reading, ModelAttribute.HARDWARE_QUANTITY));
    assertEquals(24, count(reading, ModelAttribute.RELEASE_DATE));
    ParsedRow llama =
        reading.rows().stream()
            .filter(r -> r.rawName().equals("Llama 3.1-405B"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        "2024-07-23", Reading.fact(llama, ModelAttribute.RELEASE_DATE).orElseThrow().text());
    assertEquals(
        3.8e25, Reading.fact(llama, ModelAttribute.TRAINING_COMPUTE).orElseThrow().number());
  }

  @Test
  void theNotableExportIsReadWhole() throws Exception {
    Reading reading =
        read(
            "name: notable\nformat: epoch_csv\nlocation: x",
            "data/epoch-notable/notable_ai_models_half.csv");
    assertEquals(new ReadCounts(502, 502, 0, 0, true), reading.counts());
    assertEquals(266, count(reading, ModelAttribute.TRAINING_COMPUTE));
    assertEquals(351, count(reading, ModelAttribute.PARAMETERS));
    assertEquals(13, count(reading, ModelAttribute.MODEL_FLOP_UTILIZATION));
    assertEquals(502, count(reading, ModelAttribute.RELEASE_DATE));
    // Two cells name two numbers, one fine-tuning compute is zero.
    List<IssueCode> expected =
        new ArrayList<>(
            List.of(
                IssueCode.NUMBER_INVALID, IssueCode.NUMBER_INVALID, IssueCode.NUMBER_OUT_OF_RANGE));
    assertEquals(
        expected,
        reading.codes().stream().sorted().toList(),
        () -> reading.issues().stream().map(Issue::toString).collect(Collectors.joining("\n")));
    assertTrue(reading.names().stream().allMatch(name -> name.equals(name.strip())));
    assertEquals(List.<BenchmarkScore>of(), reading.rows().get(0).scores());
  }

  private static long count(Reading reading, ModelAttribute attribute) {
    return reading.rows().stream().filter(r -> Reading.fact(r, attribute).isPresent()).count();
  }
}
