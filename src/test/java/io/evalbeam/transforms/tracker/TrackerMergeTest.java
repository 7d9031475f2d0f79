package io.evalbeam.transforms.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.tracking.SourceRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrackerMergeTest {
  private static final List<SourceRow> ROWS =
      List.of(
          TrackerSamples.row("marsh", 1, "owl", "a"),
          TrackerSamples.row("marsh", 2, "owl", "b"),
          TrackerSamples.row("zoo", 1, "elk", "c"),
          TrackerSamples.row("zoo", 2, "OWL ", "d"),
          TrackerSamples.row("zoo", 10, "elk", "e"));

  @Test
  void lastRowWinsInAnyOrderOfReading() {
    List<SourceRow> rows = new ArrayList<>(ROWS);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(rows, new Random(seed));
      List<TrackerMerge.Merged> merged = TrackerMerge.merge(rows);
      assertEquals(List.of("e", "d"), merged.stream().map(m -> m.row().developer()).toList());
      assertEquals(List.of(2, 3), merged.stream().map(m -> m.observationCount()).toList());
      assertEquals(List.of("OWL -2", "owl-1", "owl-2"), merged.get(1).rawNames());
    }
  }
}
