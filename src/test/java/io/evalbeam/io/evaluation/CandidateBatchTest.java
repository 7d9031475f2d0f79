package io.evalbeam.io.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateBatchTest {
  private static List<Integer> sizes(int candidates, long bytes) {
    RunCandidate candidate =
        new RunCandidate("run", List.of(new ListedFile("/in/run/a", "run/a", bytes)));
    return CandidateBatch.of(Collections.nCopies(candidates, candidate)).stream()
        .map(batch -> batch.candidates().size())
        .toList();
  }

  @Test
  void manySmallCandidatesShareABatch() {
    assertEquals(List.of(64, 64, 2), sizes(130, 10));
  }

  @Test
  void aBatchEndsWhenItsBytesAreMany() {
    assertEquals(List.of(2, 2, 1), sizes(5, 1L << 25));
    assertEquals(List.of(1, 1), sizes(2, 1L << 40));
  }

  @Test
  void nothingIsNoBatch() {
    assertEquals(List.of(), sizes(0, 1));
  }
}
