package io.evalbeam.transforms.tracker;

import static io.evalbeam.transforms.tracker.TrackerSamples.model;
import static io.evalbeam.transforms.tracker.TrackerSamples.score;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrackerCurationTest {
  private static final TrackedModel OWL = model("owl_big", "Aviary", score("zoo_elo", 1000));
  private static final TrackedModel ELK = model("elk_7b", "Aviary");
  private static final TrackedModel PUMA = model("puma", "Aviary", score("zoo_elo", 800));
  private static final TrackedModel ANT = model("ant", "Aviary", score("zoo_elo", 800));
  private static final TrackedModel NONE = model("asp", "Unknown");
  private static final List<TrackedModel> MODELS = List.of(NONE, ELK, PUMA, OWL, ANT);

  /** Another order of columns than that of fresh tables, and one of its own. */
  private static final List<String> HEADER =
      List.of("notes", "model", "developer", "training_flop", "verified", "mine");

  private static CsvTable table(String... lines) {
    return new CsvTable(
        HEADER, List.of(lines).stream().map(line -> List.of(line.split(",", -1))).toList());
  }

  private static TrackerRefresh.Refreshed refresh(
      @Nullable CsvTable above, @Nullable CsvTable below, List<TrackedModel> models) {
    return TrackerRefresh.refresh(above, below, models, "curate-models");
  }

  private static List<String> column(CsvTable table, String name) {
    return IntStream.range(0, table.rows().size())
        .mapToObj(row -> TrackerTableOrder.text(table, row, name))
        .toList();
  }

  @Test
  void sortsFreshTablesByComputeAndName() {
    TrackerCuration.Tables tables = TrackerCuration.fresh(MODELS);
    assertEquals(List.of("owl_big", "ant", "puma", "asp"), column(tables.above(), "model"));
    assertEquals(List.of("elk_7b"), column(tables.below(), "model"));
  }

  @Test
  void writesAllCellsOfFreshRows() {
    assertEquals(
        List.of(
            "owl_big",
            "Aviary",
            "",
            "1000000000000.0",
            "known_specification:owl_big",
            "6.00e+25",
            "high",
            "Official disclosure or high-precision research estimate",
            "epoch_estimate",
            "Scaling Laws: 6.00e+25 (Medium); Benchmark Based: 4.00e+25 (Low)",
            "high_confidence_above_1e25",
            "said so",
            "https://zoo.example/ (zoo)",
            "",
            "2026-01-02T03:04:05",
            "allowed",
            ""),
        TrackerCuration.row(OWL));
    List<String> none = TrackerCuration.row(NONE);
    assertEquals("", none.get(TrackerCuration.COLUMNS.indexOf("training_flop")));
    assertEquals(
        "Speculative confidence from manual research method",
        none.get(TrackerCuration.COLUMNS.indexOf("confidence_explanation")));
  }

  @Test
  void classifiesTheStoredDigits() {
    // 1.0039e25 is unsure, but is stored as 1.00e25, which is below.
    TrackedModel close = model("close", "Aviary", score("zoo_elo", 630.8));
    TrackerCuration.Tables tables = TrackerCuration.fresh(List.of(close));
    assertTrue(close.trainingFlop() != null && close.trainingFlop() > 1e25);
    assertEquals(List.of("1.00e+25"), column(tables.below(), "training_flop"));
  }

  @Test
  void keepsWhatPeopleWroteAndTheirColumns() {
    CsvTable above =
        table("see card,OWL_big,aviary,1e20,n,old,own", "keep me,puma,Aviary,7.0e+24,Y,x");
    TrackerRefresh.Refreshed refreshed = refresh(above, null, MODELS);
    CsvTable updated = refreshed.tables().above();
    assertEquals(HEADER, updated.header().subList(0, HEADER.size()));
    assertTrue(updated.header().containsAll(TrackerCuration.COLUMNS));
    assertEquals(List.of("owl_big", "ant", "puma", "asp"), column(updated, "model"));
    assertEquals(List.of("6.00e+25", "2.05e+25", "7.0e+24", ""), column(updated, "training_flop"));
    assertEquals(List.of("see card", "", "keep me", ""), column(updated, "notes"));
    assertEquals(List.of("n", "", "Y", ""), column(updated, "verified"));
    assertEquals(List.of("old", "", "x", ""), column(updated, "mine"));
    assertEquals(refreshed.tables(), refresh(updated, refreshed.tables().below(), MODELS).tables());
  }

  @Test
  void keepsRowsOfVanishedModels() {
    CsvTable below = table(",gone,Aviary,2.0e+22,,", ",blank,Aviary,,,");
    TrackerRefresh.Refreshed refreshed = refresh(null, below, MODELS);
    assertEquals(List.of("elk_7b", "gone", "blank"), column(refreshed.tables().below(), "model"));
    assertEquals(List.of(), refreshed.issues());
  }

  @Test
  void treatsAnotherSpellingOfTheDeveloperAsAnotherRow() {
    TrackerRefresh.Refreshed refreshed =
        refresh(table(",puma,Aviary Inc,2.0e+25,,"), null, List.of(PUMA));
    assertEquals(List.of("puma", "puma"), column(refreshed.tables().above(), "model"));
  }

  @Test
  void movesModelsWhoseClassChanged() {
    TrackerRefresh.Refreshed refreshed =
        refresh(table(",elk_7b,Aviary,2.0e+25,,"), table(",puma,Aviary,2.0e+24,,"), MODELS);
    assertEquals(
        List.of("owl_big", "ant", "puma", "asp"), column(refreshed.tables().above(), "model"));
    assertEquals(List.of("elk_7b"), column(refreshed.tables().below(), "model"));
  }

  @Test
  void leavesVerifiedModelsInTheirTable() {
    TrackerRefresh.Refreshed refreshed =
        refresh(table(",elk_7b,Aviary,2.0e+25,y,"), table(",puma,Aviary,2.0e+24,y,"), MODELS);
    assertEquals(
        List.of("owl_big", "ant", "elk_7b", "asp"), column(refreshed.tables().above(), "model"));
    assertEquals(List.of("puma"), column(refreshed.tables().below(), "model"));
  }

  @Test
  void warnsOfModelsVerifiedInBothTables() {
    TrackerRefresh.Refreshed refreshed =
        refresh(table(",puma,Aviary,2.0e+25,y,"), table(",puma,Aviary,2.0e+24,y,"), List.of(PUMA));
    assertEquals(List.of("puma"), column(refreshed.tables().above(), "model"));
    assertEquals(List.of("puma"), column(refreshed.tables().below(), "model"));
    Issue issue = refreshed.issues().get(0);
    assertEquals(IssueCode.VALUES_CONFLICT, issue.code());
    assertEquals(IssueSeverity.WARNING, issue.severity());
  }

  @Test
  void settlesVanishedModelsByTheirStoredCompute() {
    TrackerRefresh.Refreshed refreshed =
        refresh(
            table(",big,A,2.0e+25,,", ",small,A,2.0e+24,,", ",blank,A,,,"),
            table(",big,A,3.0e+24,,", ",small,A,3.0e+24,,", ",blank,A,,,"),
            List.of());
    assertEquals(List.of("big", "blank"), column(refreshed.tables().above(), "model"));
    assertEquals(List.of("small"), column(refreshed.tables().below(), "model"));
  }

  @Test
  void reportsVerifiedRowsThatTheKnownDefectDrops() {
    CsvTable above = table(",puma,Aviary Inc,2.0e+24,y,", ",moved,A,2.0e+25,,");
    CsvTable below = table(",moved,A,2.0e+25,,");
    TrackerRefresh.Refreshed refreshed = refresh(above, below, List.of(PUMA));
    assertEquals(
        List.of("puma"),
        column(refreshed.tables().above(), "model").stream().filter("puma"::equals).toList());
    assertEquals(List.of("", ""), column(refreshed.tables().above(), "verified"));
    Issue issue = refreshed.issues().get(0);
    assertEquals(IssueSeverity.REJECTED, issue.severity());
    assertTrue(issue.excerpt().contains("Aviary Inc"), issue.excerpt());

    TrackerRefresh.Refreshed without =
        refresh(table(",puma,Aviary Inc,2.0e+24,y,"), null, List.of(PUMA));
    assertEquals(List.of("", "y"), column(without.tables().above(), "verified"));
  }

  @Test
  void ordersNamesByCodePoint() {
    CsvTable sorted =
        TrackerTableOrder.sorted(
            table(",\uD83E\uDD89,A,1e25,,", ",\uFF21,A,1e25,,", ",Z,A,9.999e24,,", ",a,A,no,,"));
    assertEquals(List.of("Z", "\uFF21", "\uD83E\uDD89", "a"), column(sorted, "model"));
  }

  @Test
  void countsTables() {
    TrackerCuration.Tables tables =
        new TrackerCuration.Tables(
            table(",puma,A,,y,", ",puma,B,,,", ",gone,A,,,"), table(",elk_7b,A,,Y,"));
    TrackerTableStatistics statistics = TrackerTableStatistics.of(tables, MODELS);
    assertEquals(new TrackerTableStatistics(3, 1, 1, 1, 5, 3, 3, 1, 1), statistics);
    assertEquals(
        List.of(
            "above table 3 rows, 1 verified",
            "below table 1 rows, 1 verified",
            "in estimates 5, in tables 3, missing 3, extra 1, duplicates 1"),
        statistics.lines());
  }
}
