package io.evalbeam.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evalbeam.bench.measure.Measurement;
import io.evalbeam.bench.measure.Repetitions;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTableTest {
  @Test
  void runsAreShownWithMedianAndSpread() {
    Repetitions runs =
        new Repetitions(
            "sorting",
            List.of(
                new Measurement(120.4, 3.0, 1_234_567_890L),
                new Measurement(1.0, 3.0, 800L),
                new Measurement(2.345, 3.0, 800L)));

    String table = ReportTable.ofRuns(1, "what", "ratio").run(runs, "sorting", "1.20").markdown();

    assertEquals(
        """
        | what    | ratio | wall, median |      min to max |    CPU | peak memory |
        |---------|------:|-------------:|----------------:|-------:|------------:|
        | sorting |  1.20 |       2.35 s | 1.00 s to 120 s | 3.00 s |    1,235 MB |
        """,
        table);
  }

  @Test
  void rowOfAnotherLengthIsAMistake() {
    ReportTable table = ReportTable.of(1, "what", "count");

    assertThrows(IllegalArgumentException.class, () -> table.row("gulls"));
  }

  @Test
  void unknownFiguresAreNeverNumbers() {
    assertEquals("n/a", Figures.seconds(null));
    assertEquals("n/a", Figures.megabytes(null));
    assertEquals("n/a", Figures.ratio(1.0, null));
    assertEquals("n/a", Figures.ratio(1.0, 0.0));
    assertEquals("n/a", Figures.percent(Figures.difference(null, 1.0), 2.0));
    assertEquals("1.50", Figures.ratio(3.0, 2.0));
    assertEquals("2.0 %", Figures.percent(0.5, 25.0));
  }
}
