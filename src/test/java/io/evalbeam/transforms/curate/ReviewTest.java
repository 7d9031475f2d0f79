package io.evalbeam.transforms.curate;

import static io.evalbeam.transforms.curate.Models.MATCHER;
import static io.evalbeam.transforms.curate.Models.SETTINGS;
import static io.evalbeam.transforms.curate.Models.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.tracking.CuratedTable;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private static final String WHO = "ann";
  private static final String WHEN = "2026-01-02T03:04:05Z";
  private static final List<TrackedModel> MODELS =
      List.of(
          model("small", "Acme", 1e22),
          model("nova_1", "Acme", 2e25),
          model("nova_2", "Acme", 3e26),
          model("blank", "Bolt", null));
  private static final CsvTable ABOVE =
      CurationRefresh.refresh(null, null, MODELS, List.of(), MATCHER, SETTINGS).above();

  private static List<ReviewCandidate> open(Decision... decisions) {
    return ReviewQueue.open(ABOVE, MODELS, List.of(decisions), MATCHER);
  }

  private static List<String> names(List<ReviewCandidate> candidates) {
    return candidates.stream().map(candidate -> candidate.row().model()).toList();
  }

  @Test
  void candidatesComeWithMostComputeFirst() {
    assertEquals(List.of("nova_2", "nova_1", "blank"), names(open()));
  }

  @Test
  void decidedAndVerifiedRowsAreNotAskedAgain() {
    Decision accept = open().get(0).accept(WHO, WHEN, null);
    Decision note = open().get(1).note(WHO, WHEN, "look");
    assertEquals(List.of("nova_1", "blank"), names(open(accept, note)));
    CsvTable verified =
        CurationRefresh.refresh(ABOVE, null, MODELS, List.of(accept), MATCHER, SETTINGS).above();
    assertEquals(
        List.of("nova_1", "blank"), names(ReviewQueue.open(verified, MODELS, List.of(), MATCHER)));
  }

  @Test
  void aRowIsFoundByAnySpellingOfItsName() {
    for (String name : List.of("nova_2", "NOVA-2", " Nova 2 ")) {
      assertEquals(
          List.of("nova_2"),
          names(ReviewQueue.named(name, CuratedTable.ABOVE, ABOVE, MODELS, MATCHER)));
    }
    assertEquals(List.of(), ReviewQueue.named("nova", CuratedTable.ABOVE, ABOVE, MODELS, MATCHER));
  }

  @Test
  void theCardShowsValueIntervalProbabilityReasonsAndSources() {
    String card = ReviewCard.text(open().get(1), 2, 3);
    assertEquals(
        """
        [2 of 3] nova_1 (Acme)
          FLOP: 2.00e+25 (90 % interval 6.32e+24 to 6.32e+25)
          probability: 0.60 that compute exceeds 1e25
          class: not_sure
          method: operation_count
          confidence: medium (Operations counted from parameters and training data; some details are inferred)
          parameters: 70000000000.0
          released: 2025-05-06
          reasoning: 6 × N × D
          source: https://example.org (Example)
        """,
        card);
  }

  @Test
  void aCardOfAVanishedModelShowsTheRow() {
    ReviewCandidate gone = new ReviewCandidate(CuratedTable.ABOVE, open().get(2).row(), null);
    String card = ReviewCard.text(gone, 1, 1);
    assertTrue(card.contains("FLOP: no estimate"), card);
    assertTrue(card.contains("sources: https://example.org"), card);
  }

  @Test
  void aSessionAsksDecidesAndEnds() {
    ReviewSession session = ReviewSession.start(open());
    assertTrue(session.prompt().contains("[1 of 3] nova_2"));
    session = session.answer("note  two words ", WHO, WHEN);
    assertTrue(session.prompt().startsWith("Noted."), session.prompt());
    session = session.answer("Y", WHO, WHEN);
    assertTrue(session.prompt().contains("[2 of 3] nova_1"));
    session = session.answer("n", WHO, WHEN);
    assertTrue(session.prompt().startsWith("Reason"));
    session = session.answer("too small", WHO, WHEN);
    assertFalse(session.finished());
    session = session.answer("s", WHO, WHEN);
    assertTrue(session.finished());
    assertEquals("", session.prompt());
    assertEquals(
        List.of(Decision.Kind.NOTE, Decision.Kind.ACCEPT, Decision.Kind.REJECT),
        session.decisions().stream().map(Decision::kind).toList());
    assertEquals("two words", session.decisions().get(0).text());
    assertEquals("too small", session.decisions().get(2).reason());
    assertEquals("3.00e+26", session.decisions().get(1).cells().get("training_flop"));
    assertEquals(session, session.answer("y", WHO, WHEN));
  }

  @Test
  void whatIsNotUnderstoodDecidesNothing() {
    ReviewSession session = ReviewSession.start(open()).answer("maybe", WHO, WHEN);
    assertTrue(session.prompt().startsWith("Not understood: maybe"));
    session = session.answer("note", WHO, WHEN);
    assertTrue(session.prompt().startsWith("A note needs a text."));
    assertEquals(List.of(), session.decisions());
    assertEquals(0, session.index());
  }

  @Test
  void quittingAndEndOfInputKeepWhatWasDecided() {
    ReviewSession session = ReviewSession.start(open()).answer("n wrong size", WHO, WHEN);
    assertEquals("wrong size", session.decisions().get(0).reason());
    assertTrue(session.answer("q", WHO, WHEN).finished());
    ReviewSession ended = session.answer("n", WHO, WHEN).answer(null, WHO, WHEN);
    assertTrue(ended.finished());
    assertEquals(1, ended.decisions().size());
    assertTrue(ReviewSession.start(List.of()).finished());
  }
}
