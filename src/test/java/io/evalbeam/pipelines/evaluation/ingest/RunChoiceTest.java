package io.evalbeam.pipelines.evaluation.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.evaluation.FoundRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunChoiceTest {
  private static FoundRun copy(String hash, String location, @Nullable Long lastRequestAt) {
    return IngestSamples.found("gull", "v1", hash, 1, location, lastRequestAt);
  }

  /** What is chosen and what is said, whatever the order in which the runs are found. */
  private static List<String> choose(FoundRun... found) throws IOException {
    List<FoundRun> runs = new ArrayList<>(List.of(found));
    List<String> chosen = choose(runs);
    Collections.reverse(runs);
    assertEquals(chosen, choose(runs));
    return chosen;
  }

  private static List<String> choose(List<FoundRun> runs) throws IOException {
    // Any format that knows the last request from the listing alone.
    RunChoice choice = RunChoice.of(RunFormats.find("inspect").orElseThrow(), runs);
    List<String> all = new ArrayList<>();
    choice.chosen().forEach(p -> all.add(p.run().location() + " " + p.status()));
    choice.issues().stream()
        .map(issue -> issue.code() + " " + issue.source())
        .sorted()
        .forEach(all::add);
    return all;
  }

  @Test
  void theGreatestPrecedenceCounts() throws IOException {
    assertEquals(
        List.of("v1/gull SUPERSEDED", "v2/gull LIVE", "v1/tern LIVE"),
        choose(
            IngestSamples.found("gull", "v1", "a", 1),
            IngestSamples.found("gull", "v2", "b", 1),
            IngestSamples.found("tern", "v1", "c", 1)));
  }

  @Test
  void equalCopiesCountOnceAtTheFirstPlace() throws IOException {
    assertEquals(
        List.of("x/1 LIVE", "RUN_DUPLICATE x/2", "RUN_DUPLICATE x/3"),
        choose(copy("a", "x/1", 5L), copy("a", "x/2", 5L), copy("a", "x/3", 5L)));
  }

  @Test
  void ofDifferentCopiesTheLaterRequestCounts() throws IOException {
    assertEquals(
        List.of("x/2 LIVE", "RUN_DUPLICATE x/1", "RUN_DUPLICATE x/3"),
        choose(copy("c", "x/1", 5L), copy("a", "x/2", 6L), copy("d", "x/3", null)));
  }

  @Test
  void withoutTimesTheGreaterHashCounts() throws IOException {
    assertEquals(
        List.of("x/2 LIVE", "RUN_DUPLICATE x/1"),
        choose(copy("a", "x/1", null), copy("b", "x/2", null)));
  }
}
