package io.evalbeam.transforms.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.transforms.evaluation.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A model is asked the same instances in two runs: one of them counts. */
class RepeatedRunsTest {
  private static final AskedRun OTHER = AskedRun.of("auk", "tides").scores(0, 1, 1, 0, 1, 1);

  private static AskedRun first() {
    return AskedRun.of("gull", "tides").scores(1, 1, 0).split("valid").scores(1);
  }

  /** Repeats instance 2 of split test, adds three to it, and two of split valid. */
  private static AskedRun second() {
    return AskedRun.of("gull", "tides")
        .variant("-again")
        .scoresFrom(2, 1, 1, 1, 1)
        .split("valid")
        .scoresFrom(1, 0, 0);
  }

  @Test
  void theSameRunTwiceCountsOnce() {
    Aggregated once = Aggregated.of(first(), OTHER);
    Aggregated twice = Aggregated.of(first(), first().variant("-copy"), OTHER);
    assertEquals(once.cells(), twice.cells());
    assertEquals(once.models(), twice.models());
    assertEquals(once.pairs(), twice.pairs());
    assertEquals(2, twice.issues().size(), "one for each split");
    assertEquals(IssueCode.RUN_DUPLICATE, twice.issues().get(0).code());
  }

  @Test
  void cellsAndComparisonsLeaveOutTheSameRun() {
    Aggregated all = Aggregated.of(first(), second(), OTHER);
    assertEquals(3, all.cell("gull", "tides").n());
    assertEquals(3, all.model("gull").n());
    assertEquals(3, all.pair("auk", "gull", "tides").nShared());
    assertEquals(1, all.issues().size());
  }

  @Test
  void anotherSplitOfTheRunIsKept() {
    Aggregated all = Aggregated.ofSplit("valid", first(), second());
    assertEquals(3, all.model("gull").n());
    assertEquals(
        List.of(3L, 3L), all.cells().stream().map(cell -> cell.n()).toList(), "both splits");
  }

  @Test
  void runsWithOtherInstancesCompleteEachOther() {
    Aggregated all =
        Aggregated.of(
            AskedRun.of("gull", "tides").scores(1, 0),
            AskedRun.of("gull", "tides").variant("-rest").scoresFrom(2, 1, 1));
    assertEquals(4, all.cell("gull", "tides").n());
    assertEquals(0.75, all.cell("gull", "tides").mean());
    assertEquals(2, all.cell("gull", "tides").runs());
    assertEquals(List.of(), all.issues());
  }

  @Test
  void stepByStepAsAtOnce() {
    Aggregated atOnce = Aggregated.of(first(), second(), OTHER);
    Map<ComparisonKey, TaskState> states = Map.of();
    List<CellStatistics> known = new ArrayList<>();
    for (AskedRun run : List.of(second(), OTHER, first())) {
      List<CellStatistics> rows = new ArrayList<>(known);
      rows.addAll(run.rows());
      Aggregated step = Aggregated.ofRows(rows, states);
      states = step.states();
      run.rows().forEach(row -> known.add(row.withoutScores()));
      if (known.size() == Aggregated.rows(first(), second(), OTHER).size()) {
        assertEquals(atOnce.models(), step.models());
        assertEquals(atOnce.pairs(), step.pairs());
        assertEquals(atOnce.stateBytes(), step.stateBytes());
        assertEquals(atOnce.issues(), step.issues());
        assertEquals(atOnce.cell("gull", "tides"), step.cell("gull", "tides"));
      }
    }
    assertEquals(Aggregated.rows(first(), second(), OTHER).size(), known.size());
  }
}
