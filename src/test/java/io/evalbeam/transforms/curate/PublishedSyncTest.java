package io.evalbeam.transforms.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.testing.SharedData;
import io.evalbeam.transforms.curate.PublishedNames.Repeats;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedSyncTest {
  private static final PublishedNames NAMES =
      PublishedNames.parse("names.yaml", "nova_1: \"Nova 1\"\nnova_2: Nova 2\n", Repeats.REFUSE);
  private static final DisplayNames SUGGESTIONS = DisplayNames.load();
  private static final PublishedSync SYNC =
      new PublishedSync(NAMES, SUGGESTIONS, "2026-01-02", false);
  private static final CsvTable STAGING =
      new CsvTable(
          List.of(
              "model",
              "developer",
              "release_date",
              "training_flop",
              "confidence",
              "reasoning",
              "estimation_method",
              "notes"),
          List.of(
              List.of("nova_1", "Acme", "2025-07-09", "3.80e+25", "high", "6ND", "hardware", ""),
              List.of("nova_2", "Acme", "", "2e25", "low", "=guess", "name_size", "seen")));
  private static final CsvTable PUBLISHED =
      new CsvTable(
          List.of(
              "Model",
              "Organization",
              "Publication date",
              "Training compute (FLOP)",
              "Confidence",
              "Training compute notes",
              "Citations"),
          List.of(List.of("Nova 1", "Acme Inc", "7/9/2025", "3.8e+25", "Confident", "", "12")));

  @Test
  void newRowsAreAddedGapsFilledAndNothingIsOverwritten() {
    SyncPlan plan = SYNC.toPublished(STAGING, PUBLISHED);
    assertEquals(1, plan.overwrites().size());
    CsvTable result = plan.apply(false);
    assertEquals("Acme Inc", result.cell(0, "Organization"));
    assertEquals("7/9/2025", result.cell(0, "Publication date"));
    assertEquals("3.8e+25", result.cell(0, "Training compute (FLOP)"));
    assertEquals("6ND", result.cell(0, "Training compute notes"));
    assertEquals("hardware", result.cell(0, "Training compute estimation method"));
    assertEquals("12", result.cell(0, "Citations"));
    assertEquals("Nova 2", result.cell(1, "Model"));
    assertEquals("Speculative", result.cell(1, "Confidence"));
    assertEquals("Language", result.cell(1, "Domain"));
    assertEquals("'=guess", result.cell(1, "Training compute notes"));
    assertEquals(
        "seen Added from the staging table on 2026-01-02.", result.cell(1, "Accessibility notes"));
    assertEquals("Acme", plan.apply(true).cell(0, "Organization"));
  }

  @Test
  void aSecondSynchronisationHasNothingToAdd() {
    CsvTable once = SYNC.toPublished(STAGING, PUBLISHED).apply(true);
    SyncPlan again = SYNC.toPublished(STAGING, once);
    assertEquals(List.of(), again.additions());
    assertEquals(List.of(), again.changes());
    assertEquals(2, again.unchanged());
    assertEquals(once, again.apply(true));
  }

  @Test
  void publishedRowsComeToStagingWithTheMethodInItsOwnField() {
    CsvTable staging = new CsvTable(STAGING.header(), List.of());
    CsvTable result = SYNC.toStaging(PUBLISHED, staging).apply(false);
    assertEquals("nova_1", result.cell(0, "model"));
    assertEquals("2025-07-09", result.cell(0, "release_date"));
    assertEquals("high", result.cell(0, "confidence"));
    assertEquals("manual_entry", result.cell(0, "estimation_method"));
    assertEquals("Added from the published table on 2026-01-02.", result.cell(0, "notes"));
    SyncPlan back = SYNC.toPublished(result, PUBLISHED);
    assertEquals(List.of(), back.additions());
    assertEquals(List.of(), back.overwrites());
  }

  @Test
  void namesWithoutAMappingBlockUntilSomebodyAgrees() {
    CsvTable staging = new CsvTable(List.of("model"), List.of(List.of("nova_3_mini")));
    SyncPlan plan = SYNC.toPublished(staging, PUBLISHED);
    assertTrue(plan.blocked());
    assertEquals("Nova 3 MINI", plan.unmapped().get(0).suggestion());
    assertThrows(IllegalStateException.class, () -> plan.apply(false));
    PublishedSync agreed = new PublishedSync(NAMES, SUGGESTIONS, "2026-01-02", true);
    assertEquals(
        "Nova 3 MINI", agreed.toPublished(staging, PUBLISHED).apply(false).cell(1, "Model"));
  }

  @Test
  void anUnmappedPublishedNameBlocksAsWell() {
    CsvTable published = new CsvTable(List.of("Model"), List.of(List.of("Other (beta)")));
    SyncPlan plan = SYNC.toStaging(published, STAGING);
    assertEquals("other_beta", plan.unmapped().get(0).suggestion());
  }

  @Test
  void twoRowsOfOneDisplayNameAreAConflict() {
    PublishedNames names = new PublishedNames(Map.of("a", "Nova 1", "b", "Nova 1"));
    CsvTable staging = new CsvTable(List.of("model"), List.of(List.of("a"), List.of("b")));
    SyncPlan plan =
        new PublishedSync(names, SUGGESTIONS, "d", false).toPublished(staging, PUBLISHED);
    assertEquals(List.of("b and a are both Nova 1"), plan.conflicts());
  }

  @Test
  void thePlanCanBeReadBeforeAnythingHappens() {
    String text = SYNC.toPublished(STAGING, PUBLISHED).render(120);
    assertTrue(text.contains("~  Nova 1  Organization"), text);
    assertTrue(
        text.endsWith(
            "1 rows to add, 2 gaps to fill, 1 values that differ, 0 rows alike, 0 names without a"
                + " mapping, 0 conflicts\n"),
        text);
  }

  @Test
  void tablesWithoutNamesAreRefused() {
    CsvTable nameless = new CsvTable(List.of("x"), List.of());
    assertThrows(InvalidConfigurationException.class, () -> SYNC.toPublished(nameless, PUBLISHED));
    assertThrows(InvalidConfigurationException.class, () -> SYNC.toPublished(STAGING, nameless));
  }

  @Test
  void repeatedKeysAreAllListedOrTheLastWins() {
    String yaml = "a: A\nb: B\na: A2\nb: B2\n";
    InvalidConfigurationException e =
        assertThrows(
            InvalidConfigurationException.class,
            () -> PublishedNames.parse("n.yaml", yaml, Repeats.REFUSE));
    assertEquals(
        List.of("n.yaml:3: a is repeated: \"A\", \"A2\"", "n.yaml:4: b is repeated: \"B\", \"B2\""),
        e.problems());
    assertEquals(
        Map.of("a", "A2", "b", "B2"),
        PublishedNames.parse("n.yaml", yaml, Repeats.LAST_WINS).displayNames());
    assertEquals(
        Map.of(), PublishedNames.parse("n.yaml", "# nothing\n", Repeats.REFUSE).displayNames());
  }

  @ParameterizedTest
  @ValueSource(strings = {"- a\n", "a: [b]\n", "a:\n", "a: \"open\n", "text"})
  void otherYamlIsRefused(String yaml) {
    assertThrows(
        InvalidConfigurationException.class,
        () -> PublishedNames.parse("n.yaml", yaml, Repeats.LAST_WINS));
  }

  @ParameterizedTest
  @CsvSource({
    "nova_70b, Nova 70B",
    "zeta_1.5b_32k, Zeta 1.5B (32k)",
    "omega__pro, Omega PRO",
    "é_coder, É (coder)"
  })
  void displayNamesAreSuggested(String name, String expected) {
    assertEquals(expected, SUGGESTIONS.suggest(name));
  }

  @Test
  void incompleteSpellingsAreAllListed() {
    InvalidConfigurationException e =
        assertThrows(
            InvalidConfigurationException.class,
            () ->
                DisplayNames.parse(
                    "d.yaml",
                    "words:\n- {word: a, shown: A, source: s}\n- {word: a, shown: B, source: s}\n"
                        + "- {word: c}\n"));
    assertEquals(2, e.problems().size());
  }

  @Test
  void suggestionsEqualTheAcceptedOnes() throws IOException {
    List<String> lines =
        Files.readAllLines(SharedData.path("data/model-tracker/golden/suggest_published_name.tsv"));
    assertEquals(41, lines.size());
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      assertEquals(cells[1], SUGGESTIONS.suggest(cells[0]));
    }
  }

  @Test
  void theRealNameMapRepeatsEighteenLines() throws IOException {
    String yaml =
        Files.readString(SharedData.path("data/model-tracker/configs/model_name_mapping.yaml"));
    InvalidConfigurationException e =
        assertThrows(
            InvalidConfigurationException.class,
            () -> PublishedNames.parse("map", yaml, Repeats.REFUSE));
    assertEquals(18, e.problems().size());
    assertEquals(42, PublishedNames.parse("map", yaml, Repeats.LAST_WINS).displayNames().size());
  }
}
