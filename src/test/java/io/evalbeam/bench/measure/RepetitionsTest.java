package io.evalbeam.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepetitionsTest {
  private static Repetitions of(Measurement... runs) {
    return new Repetitions("sorting", List.of(runs));
  }

  @Test
  void oneSlowRunDoesNotMoveTheMedian() {
    Repetitions runs =
        of(
            new Measurement(2.0, 3.0, 700L),
            new Measurement(90.0, 4.5, 900L),
            new Measurement(1.0, 3.5, 800L));

    assertEquals(2.0, runs.wall());
    assertEquals(1.0, runs.shortestWall());
    assertEquals(90.0, runs.longestWall());
    assertEquals(3.5, runs.cpu());
    assertEquals(900L, runs.peakBytes());
  }

  @Test
  void medianOfTwoIsTheirMean() {
    assertEquals(1.5, of(new Measurement(2.0, 3.0, 7L), new Measurement(1.0, 3.0, 7L)).wall());
  }

  @Test
  void figuresThatOneRunLacksAreUnknown() {
    Repetitions runs = of(new Measurement(2.0, null, 7L), new Measurement(1.0, 3.0, null));

    assertEquals(1.5, runs.wall());
    assertNull(runs.cpu());
    assertNull(runs.peakBytes());
  }
}
