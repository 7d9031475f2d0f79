package io.evalbeam.transforms.curate;

import static io.evalbeam.transforms.curate.Models.MATCHER;
import static io.evalbeam.transforms.curate.Models.SETTINGS;
import static io.evalbeam.transforms.curate.Models.model;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Decisions of reviewers as a refresh applies them. */
class DecisionRefreshTest {
  private static final String WHEN = "2026-01-02T03:04:05Z";
  private static final TrackedModel NOVA = model("nova_1", "Acme", 2e25);

  private static RefreshResult refresh(
      @Nullable RefreshResult before, List<TrackedModel> models, Decision... decisions) {
    CsvTable above = before == null ? null : before.above();
    CsvTable below = before == null ? null : before.below();
    RefreshResult result =
        CurationRefresh.refresh(above, below, models, List.of(decisions), MATCHER, SETTINGS);
    RefreshResult again =
        CurationRefresh.refresh(
            result.above(), result.below(), models, List.of(decisions), MATCHER, SETTINGS);
    assertEquals(result.above(), again.above());
    assertEquals(result.below(), again.below());
    return result;
  }

  private static ReviewCandidate candidate(RefreshResult tables) {
    return ReviewQueue.open(tables.above(), List.of(NOVA), List.of(), MATCHER).get(0);
  }

  private static CuratedRow only(CsvTable table) {
    assertEquals(1, table.rows().size());
    return CuratedRow.of(table).get(0);
  }

  @Test
  void anAcceptedRowKeepsTheCellsOfThatMoment() {
    RefreshResult first = refresh(null, List.of(NOVA));
    Decision accept = candidate(first).accept("ann", WHEN, null);
    RefreshResult result = refresh(first, List.of(model("nova_1", "Acme", 4e26)), accept);
    CuratedRow row = only(result.above());
    assertEquals("2.00e+25", row.cell("training_flop"));
    assertEquals("y", row.cell("verified"));
    assertEquals(1, result.statistics().decided());
  }

  @Test
  void aRejectedRowMovesBelowWithANote() {
    RefreshResult first = refresh(null, List.of(NOVA));
    Decision reject = candidate(first).reject("ann", WHEN, "it is small");
    RefreshResult result = refresh(first, List.of(NOVA), reject);
    assertEquals(List.of(), result.above().rows());
    CuratedRow row = only(result.below());
    assertEquals("y", row.cell("verified"));
    assertEquals("2.00e+25", row.cell("training_flop"));
    assertEquals("Moved below by review (ann, 2026-01-02). Reason: it is small", row.cell("notes"));
    assertEquals(1, result.statistics().moved());
  }

  @Test
  void aLaterVerdictWins() {
    RefreshResult first = refresh(null, List.of(NOVA));
    Decision accept = candidate(first).accept("ann", WHEN, null);
    Decision reject = candidate(first).reject("bob", WHEN, null);
    RefreshResult accepted = refresh(first, List.of(NOVA), accept);
    RefreshResult result = refresh(accepted, List.of(NOVA), accept, reject);
    assertEquals(List.of(), result.above().rows());
    assertEquals("y", only(result.below()).cell("verified"));
    RefreshResult back = refresh(result, List.of(NOVA), reject, accept);
    assertEquals(1, back.above().rows().size());
  }

  @Test
  void aSupersededDecisionIsVoid() {
    RefreshResult first = refresh(null, List.of(NOVA));
    Decision reject = candidate(first).reject("bob", WHEN, null);
    Decision note =
        new Decision(
            "n",
            null,
            "nova_1",
            "Acme",
            Decision.Kind.NOTE,
            "was a mistake",
            "bob",
            WHEN,
            null,
            null,
            reject.id(),
            null,
            Map.of());
    RefreshResult result = refresh(first, List.of(NOVA), reject, note);
    CuratedRow row = only(result.above());
    assertEquals("", row.cell("verified"));
    assertEquals("was a mistake (bob, 2026-01-02)", row.cell("notes"));
  }

  @Test
  void notesAreAppendedOnceAndSurviveNewEstimates() {
    RefreshResult first = refresh(null, List.of(NOVA));
    Decision one = candidate(first).note("ann", WHEN, "=look");
    Decision two = candidate(first).note("bob", WHEN, "at this");
    RefreshResult result = refresh(first, List.of(model("nova_1", "Acme", 3e25)), one, two);
    assertEquals(
        "'=look (ann, 2026-01-02) | at this (bob, 2026-01-02)", only(result.above()).cell("notes"));
  }

  @Test
  void aNoteReachesAVerifiedRowAndItsCopyIsNotLeftBehind() {
    RefreshResult first = refresh(null, List.of(NOVA));
    Decision note = candidate(first).note("ann", WHEN, "x");
    RefreshResult noted = refresh(first, List.of(NOVA), note);
    CuratedRow copy = only(noted.above());
    CuratedRow typed = copy.with("verified", "y").with("notes", "");
    CsvTable above =
        new CsvTable(
            CuratedColumns.ALL,
            List.of(
                CuratedColumns.ALL.stream().map(copy::cell).toList(),
                CuratedColumns.ALL.stream().map(typed::cell).toList()));
    RefreshResult tables = new RefreshResult(above, noted.below(), List.of(), noted.statistics());
    RefreshResult result = refresh(tables, List.of(NOVA), note);
    assertEquals("x (ann, 2026-01-02)", only(result.above()).cell("notes"));
  }

  @Test
  void decidedRowsComeBackAfterTheTablesAreLostAndTheModelVanished() {
    Decision accept = candidate(refresh(null, List.of(NOVA))).accept("ann", WHEN, null);
    RefreshResult result = refresh(null, List.of(), accept);
    CuratedRow row = only(result.above());
    assertEquals("2.00e+25", row.cell("training_flop"));
    assertEquals("y", row.cell("verified"));
    assertEquals(1, result.statistics().restored());
    assertEquals(
        List.of(IssueCode.DECISION_UNMATCHED), result.issues().stream().map(Issue::code).toList());
  }

  @Test
  void aDecisionFollowsTheIdentifierWhenNameAndDeveloperChange() {
    RefreshResult first = refresh(null, List.of(NOVA));
    Decision accept = candidate(first).accept("ann", WHEN, null);
    RefreshResult accepted = refresh(first, List.of(NOVA), accept);
    TrackedModel renamed = withIdentifier(model("supernova", "Zeta", 9e26), NOVA.entityId());
    RefreshResult result = refresh(accepted, List.of(renamed), accept);
    assertEquals("nova_1", only(result.above()).cell("model"));
    assertEquals(0, result.statistics().added());
  }

  @Test
  void aNoteOnAnUnknownModelIsReported() {
    Decision note = candidate(refresh(null, List.of(NOVA))).note("ann", WHEN, "x");
    RefreshResult result = refresh(null, List.of(model("other", "Acme", 1e26)), note);
    assertEquals(
        List.of(IssueCode.DECISION_UNMATCHED), result.issues().stream().map(Issue::code).toList());
    assertEquals(1, result.above().rows().size());
  }

  private static TrackedModel withIdentifier(TrackedModel m, String entityId) {
    return new TrackedModel(
        entityId,
        m.name(),
        m.displayName(),
        m.developer(),
        m.releaseDate(),
        m.parametersTotal(),
        m.parametersActive(),
        m.parameterSource(),
        m.contextLength(),
        m.architecture(),
        m.trainingFlop(),
        m.log10FlopLow(),
        m.log10FlopMedian(),
        m.log10FlopHigh(),
        m.confidence(),
        m.method(),
        m.threshold(),
        m.thresholdClass(),
        m.probabilityAboveThreshold(),
        m.reasoning(),
        m.flags(),
        m.alternatives(),
        m.scores(),
        m.rawNames(),
        m.sources(),
        m.observationCount(),
        m.updatedAt());
  }
}
