package io.evalbeam.transforms.curate;

import static io.evalbeam.transforms.curate.Models.MATCHER;
import static io.evalbeam.transforms.curate.Models.SETTINGS;
import static io.evalbeam.transforms.curate.Models.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CurationRefreshTest {
  private static final List<String> SMALL =
      List.of("model", "developer", "training_flop", "verified", "notes", "team");

  private static RefreshResult refresh(
      @Nullable CsvTable above, @Nullable CsvTable below, TrackedModel... models) {
    RefreshResult result =
        CurationRefresh.refresh(above, below, List.of(models), List.of(), MATCHER, SETTINGS);
    RefreshResult again =
        CurationRefresh.refresh(
            result.above(), result.below(), List.of(models), List.of(), MATCHER, SETTINGS);
    assertEquals(result.above(), again.above());
    assertEquals(result.below(), again.below());
    return result;
  }

  private static CsvTable table(List<List<String>> rows) {
    return new CsvTable(SMALL, rows);
  }

  private static List<String> column(CsvTable table, String column) {
    return CuratedRow.of(table).stream().map(row -> row.cell(column)).toList();
  }

  private static List<IssueCode> codes(RefreshResult result) {
    return result.issues().stream().map(Issue::code).toList();
  }

  @Test
  void freshTablesHoldCandidatesAndTheRest() {
    RefreshResult result =
        refresh(
            null,
            null,
            model("low", "A", 1e22),
            model("unsure", "A", null),
            model("high", "A", 1e26));
    assertEquals(CuratedColumns.ALL, result.above().header());
    assertEquals(List.of("high", "unsure"), column(result.above(), "model"));
    assertEquals(List.of("low"), column(result.below(), "model"));
    assertEquals(3, result.statistics().added());
    assertEquals(3, result.statistics().covered());
    assertTrue(result.issues().isEmpty());
  }

  @Test
  void verifiedRowsKeepEveryCellWhateverTheEstimateSays() {
    List<String> typed = List.of("Nova-1", "Acme AI", "5.959999999999999e+25", "Y", " mine ", "t1");
    RefreshResult result = refresh(table(List.of(typed)), null, model("nova_1", "Acme", 1e22));
    assertEquals(typed, result.above().rows().get(0).subList(0, typed.size()));
    assertEquals(List.of(), result.below().rows());
    assertEquals(1, result.statistics().keptVerified());
    assertEquals(List.of(IssueCode.VERIFICATION_STALE), codes(result));
  }

  @Test
  void newEvidenceWithinTheFoldIsNotReported() {
    CsvTable above = table(List.of(List.of("nova_1", "Acme", "3e25", "y", "", "")));
    assertEquals(List.of(), codes(refresh(above, null, model("nova_1", "Acme", 1.1e25))));
  }

  @Test
  void otherRowsTakeNewValuesAndKeepNotesAndOwnColumns() {
    CsvTable above = table(List.of(List.of("NOVA 1", "Acme", "1e25", "n", "look here", "t1")));
    RefreshResult result = refresh(above, null, model("nova_1", "Acme", 2e25));
    CuratedRow row = CuratedRow.of(result.above()).get(0);
    assertEquals("nova_1", row.cell("model"));
    assertEquals("2.00e+25", row.cell("training_flop"));
    assertEquals("look here", row.cell("notes"));
    assertEquals("n", row.cell("verified"));
    assertEquals("t1", row.cell("team"));
    assertEquals(SMALL, result.above().header().subList(0, SMALL.size()));
    assertEquals(1, result.statistics().updated());
  }

  @Test
  void aRowMovesWithItsClassAndTakesItsOwnColumnsAlong() {
    CsvTable above = table(List.of(List.of("nova_1", "Acme", "1e25", "", "note", "t1")));
    RefreshResult result = refresh(above, null, model("nova_1", "Acme", 1e22));
    assertEquals(List.of(), result.above().rows());
    assertEquals(List.of("t1"), column(result.below(), "team"));
    assertEquals(List.of("note"), column(result.below(), "notes"));
    assertEquals(1, result.statistics().moved());
  }

  @Test
  void onlyTheTimeOfTheEstimateChangesNothing() {
    RefreshResult first = refresh(null, null, model("nova_1", "Acme", 2e25));
    RefreshResult later =
        refresh(
            first.above(),
            first.below(),
            model("nova_1", "Acme", 2.0000001e25, "2026-06-01T00:00:00Z", List.of("nova_1")));
    assertEquals(first.above(), later.above());
    assertEquals(1, later.statistics().unchanged());
  }

  @Test
  void numbersSpelledOtherwiseAreLeftAlone() {
    RefreshResult first = refresh(null, null, model("nova_1", "Acme", 2e25));
    CuratedRow respelled =
        CuratedRow.of(first.above())
            .get(0)
            .with("training_flop", "1.9999999999999998e+25")
            .with("parameters", "70000000000");
    CsvTable above =
        new CsvTable(
            CuratedColumns.ALL, List.of(CuratedColumns.ALL.stream().map(respelled::cell).toList()));
    assertEquals(above, refresh(above, null, model("nova_1", "Acme", 2e25)).above());
  }

  @Test
  void vanishedModelsStayMarkedAndAreUnmarkedWhenTheyReturn() {
    RefreshResult first = refresh(null, null, model("nova_1", "Acme", 2e25));
    RefreshResult gone = refresh(first.above(), first.below());
    assertEquals(List.of("2026-02-03"), column(gone.above(), CuratedColumns.STALE_SINCE));
    assertEquals(1, gone.statistics().stale());
    RefreshResult later =
        CurationRefresh.refresh(
            gone.above(),
            gone.below(),
            List.of(),
            List.of(),
            MATCHER,
            new RefreshSettings("2026-09-09", 3));
    assertEquals(gone.above(), later.above());
    RefreshResult back = refresh(gone.above(), gone.below(), model("nova_1", "Acme", 2e25));
    assertEquals(List.of(""), column(back.above(), CuratedColumns.STALE_SINCE));
  }

  @Test
  void vanishedVerifiedRowsKeepTheirCellsAndAreReported() {
    List<String> typed = List.of("nova_1", "Acme", "3e25", "y", "sure", "t");
    RefreshResult result = refresh(null, table(List.of(typed)));
    assertEquals(typed, result.below().rows().get(0).subList(0, typed.size()));
    assertEquals(List.of("2026-02-03"), column(result.below(), CuratedColumns.STALE_SINCE));
    assertEquals(List.of(IssueCode.DECISION_UNMATCHED), codes(result));
  }

  @Test
  void oneModelStandsInOneTableAndTheVerifiedRowDecides() {
    List<String> typed = List.of("nova_1", "Acme", "3e24", "y", "sure", "");
    CsvTable above =
        table(
            List.of(
                List.of("nova-1", "Acme", "1e26", "", "", ""),
                List.of("Nova 1", "Acme AI", "1e26", "", "sure", "")));
    RefreshResult result = refresh(above, table(List.of(typed)), model("nova_1", "Acme", 4e24));
    assertEquals(List.of(), result.above().rows());
    assertEquals(typed, result.below().rows().get(0).subList(0, typed.size()));
    assertEquals(2, result.statistics().merged());
  }

  @Test
  void aCopyOfAVerifiedRowStaysForItsNote() {
    CsvTable above =
        table(
            List.of(
                List.of("nova_1", "Acme", "1e26", "", "not in the other", ""),
                List.of("nova_1", "Acme", "3e25", "y", "sure", "")));
    RefreshResult result = refresh(above, null, model("nova_1", "Acme", 2e25));
    assertEquals(List.of("not in the other", "sure"), column(result.above(), "notes"));
    assertEquals(List.of("1e26", "3e25"), column(result.above(), "training_flop"));
  }

  @Test
  void copiesWithoutVerificationBecomeOneRowWithAllNotes() {
    CsvTable above = table(List.of(List.of("nova_1", "Acme", "", "", "one", "")));
    CsvTable below = table(List.of(List.of("nova-1", "Acme", "", "", "two", "t2")));
    RefreshResult result = refresh(above, below, model("nova_1", "Acme", 2e25));
    assertEquals(List.of("one | two"), column(result.above(), "notes"));
    assertEquals(List.of("t2"), column(result.above(), "team"));
    assertEquals(List.of(), result.below().rows());
  }

  @Test
  void verifiedInBothTablesIsAContradictionAndBothStay() {
    CsvTable above = table(List.of(List.of("nova_1", "Acme", "2e25", "y", "", "")));
    CsvTable below = table(List.of(List.of("nova_1", "Acme", "2e25", "y", "", "")));
    RefreshResult result = refresh(above, below, model("nova_1", "Acme", 2e25));
    assertEquals(1, result.statistics().verifiedAbove());
    assertEquals(1, result.statistics().verifiedBelow());
    assertEquals(List.of(IssueCode.VALUES_CONFLICT), codes(result));
  }

  @Test
  void aNewDeveloperSpellingIsFollowedByTheNameAlone() {
    CsvTable above = table(List.of(List.of("nova_1", "Unknown", "2e25", "y", "", "")));
    RefreshResult result = refresh(above, null, model("nova_1", "Acme", 2e25));
    assertEquals(1, result.above().rows().size());
    assertEquals(0, result.statistics().added());
    assertEquals(List.of(IssueCode.LINK_AMBIGUOUS), codes(result));
  }

  @Test
  void aRawNameOfOneModelFindsIt() {
    CsvTable above = table(List.of(List.of("Nova One (preview)", "Acme", "", "", "kept", "")));
    RefreshResult result =
        refresh(
            above, null, model("nova_1", "Acme", 2e25, Models.TIME, List.of("Nova One (preview)")));
    assertEquals(List.of("nova_1"), column(result.above(), "model"));
    assertEquals(List.of("kept"), column(result.above(), "notes"));
    assertEquals(List.of(), codes(result));
  }

  @Test
  void anAmbiguousNameLinksNothing() {
    CsvTable above = table(List.of(List.of("nova_1", "Nobody", "2e25", "y", "", "")));
    RefreshResult result =
        refresh(above, null, model("nova_1", "Acme", 2e25), model("nova_1", "Bolt", 3e25));
    assertEquals(3, result.above().rows().size());
    assertEquals(1, result.statistics().keptVerified());
    assertTrue(codes(result).contains(IssueCode.LINK_AMBIGUOUS));
  }

  @Test
  void twoModelsOfOneNameAndDeveloperAreReported() {
    RefreshResult result =
        refresh(null, null, model("nova_1", "Acme", 2e25), model("nova-1", "Acme AI", 3e25));
    assertEquals(List.of("nova-1"), column(result.above(), "model"));
    assertEquals(List.of(IssueCode.LINK_AMBIGUOUS), codes(result));
    assertEquals(2, result.statistics().models());
    assertEquals(1, result.statistics().covered());
  }

  @Test
  void rowsWithoutANameStayAndAreReported() {
    List<String> typed = List.of("", "Acme", "", "", "half a row", "");
    RefreshResult result = refresh(table(List.of(typed)), null, model("nova_1", "Acme", 2e25));
    assertEquals(List.of("", "half a row"), column(result.above(), "notes"));
    assertEquals(List.of(IssueCode.NAME_MISSING), codes(result));
  }

  @Test
  void aVerifiedNumberThatIsNoneIsReported() {
    CsvTable above = table(List.of(List.of("nova_1", "Acme", "about 2e25", "y", "", "")));
    assertEquals(
        List.of(IssueCode.NUMBER_INVALID),
        codes(refresh(above, null, model("nova_1", "Acme", 2e25))));
  }

  @Test
  void aTableWithoutNamesIsRefused() {
    CsvTable broken = new CsvTable(List.of("name"), List.of(List.of("x")));
    assertThrows(InvalidConfigurationException.class, () -> refresh(broken, null));
  }

  @Test
  void formulasInNewNamesAreGuardedOnce() {
    RefreshResult result = refresh(null, null, model("=cmd()", "Acme", 2e25));
    assertEquals(List.of("'=cmd()"), column(result.above(), "model"));
  }

  @Test
  void statisticsThatDoNotAddUpAreRefused() {
    assertThrows(
        IllegalStateException.class,
        () -> new RefreshStatistics(2, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1));
    String text = refresh(null, null, model("nova_1", "Acme", 2e25)).statistics().render();
    assertTrue(text.matches("(?s).*\nadded +1\n.*"), text);
  }
}
