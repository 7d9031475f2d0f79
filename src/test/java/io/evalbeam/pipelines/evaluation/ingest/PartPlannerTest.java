package io.evalbeam.pipelines.evaluation.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.evaluation.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartPlannerTest {
  private static final PlannedRun GULL = live("gull", "a");

  private static PlannedRun live(String name, String content) {
    return new PlannedRun(IngestSamples.found(name, "v1", content, 10), RunStatus.LIVE);
  }

  private static RunEntry entry(String name, String content, RunStatus status, int part) {
    return IngestSamples.entry(IngestSamples.found(name, "v1", content, 10), status, part);
  }

  private static List<String> parts(PartPlanner planner) {
    return planner.parts().stream()
        .map(
            part ->
                part.number()
                    + " "
                    + part.runs().stream().map(r -> r.run().header().runName()).toList()
                    + part.copies().stream()
                        .map(
                            c ->
                                c.part()
                                    + c.runs().stream().map(RunEntry::runName).toList().toString())
                        .toList())
        .toList();
  }

  private static List<String> entries(PartPlanner planner) {
    return planner.entries().stream()
        .map(e -> e.runName() + e.runHash() + " " + e.status() + " " + e.part())
        .sorted()
        .toList();
  }

  @Test
  void newRunsGetTheNextNumber() {
    PartPlanner planner = PartPlanner.plan(List.of(GULL), List.of(), 7, 100, false);
    assertEquals(List.of("7 [gull][]"), parts(planner));
    assertEquals(8, planner.nextPart());
  }

  @Test
  void noRunsAreNoPart() {
    PartPlanner planner = PartPlanner.plan(List.of(), List.of(), 7, 100, false);
    assertEquals(List.of(), parts(planner));
    assertEquals(7, planner.nextPart());
  }

  @Test
  void statusAndPlaceOfAKeptRunAreThoseOfNow() {
    RunEntry old = entry("gull", "a", RunStatus.REMOVED, 3).at(RunStatus.REMOVED, "elsewhere");
    PartPlanner planner = PartPlanner.plan(List.of(GULL), List.of(old), 7, 100, false);
    assertEquals(List.of("gulla LIVE 3"), entries(planner));
    assertEquals("v1/gull", planner.entries().get(0).location());
    assertEquals(List.of(), parts(planner));
  }

  @Test
  void rowsOfOtherContentAreReplacedAndOfNoRunRemoved() {
    List<RunEntry> register =
        List.of(
            entry("gull", "old", RunStatus.LIVE, 1),
            entry("gull", "older", RunStatus.REPLACED, 1),
            entry("tern", "b", RunStatus.LIVE, 1));
    PartPlanner planner = PartPlanner.plan(List.of(GULL), register, 2, 100, false);
    assertEquals(
        List.of("gullold REPLACED 1", "gullolder REPLACED 1", "ternb REMOVED 1"), entries(planner));
    assertEquals(List.of("2 [gull][]"), parts(planner));
  }

  @Test
  void compactionCopiesWhatStaysAndForgetsTheRest() {
    List<RunEntry> register =
        List.of(
            entry("gull", "a", RunStatus.LIVE, 4),
            entry("gull", "old", RunStatus.REPLACED, 1),
            entry("tern", "b", RunStatus.LIVE, 1));
    PartPlanner planner =
        PartPlanner.plan(
            List.of(GULL, live("tern", "b"), live("crab", "c")), register, 5, 100, true);
    assertEquals(List.of(), entries(planner));
    assertEquals(List.of("5 [][1[tern], 4[gull]]", "6 [crab][]"), parts(planner));
  }

  @Test
  void partsAreBalancedAndRunsWhole() {
    List<PlannedRun> runs = new ArrayList<>();
    IntStream.range(0, 10).forEach(i -> runs.add(live("run" + i, "x" + i)));
    PartPlanner planner = PartPlanner.plan(runs, List.of(), 1, 30, false);
    assertEquals(
        List.of(4, 3, 3), planner.parts().stream().map(part -> part.runs().size()).toList());
    assertEquals(10, PartPlanner.plan(runs, List.of(), 1, 1, false).parts().size());
    assertEquals(1, PartPlanner.plan(runs, List.of(), 1, Long.MAX_VALUE, false).parts().size());
  }

  @Test
  void aHugeRunTakesThePartsOfTheOthersWithIt() {
    PlannedRun huge = new PlannedRun(IngestSamples.found("huge", "v1", "h", 1000), RunStatus.LIVE);
    PartPlanner planner =
        PartPlanner.plan(List.of(GULL, huge, live("tern", "b")), List.of(), 1, 100, false);
    assertEquals(List.of("1 [gull, huge][]", "2 [tern][]"), parts(planner));
  }

  @Test
  void runsWithoutBytesStillGetAPart() {
    PlannedRun empty = new PlannedRun(IngestSamples.found("empty", "v1", "e", 0), RunStatus.LIVE);
    PartPlanner planner = PartPlanner.plan(List.of(empty), List.of(), 1, 100, false);
    assertEquals(List.of("1 [empty][]"), parts(planner));
  }
}
