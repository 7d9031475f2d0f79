package io.evalbeam.transforms.tracker;

import static io.evalbeam.transforms.tracker.TrackerSamples.estimate;
import static io.evalbeam.transforms.tracker.TrackerSamples.score;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrackerStatisticsTest {

  @Test
  void countsMethodsBeforeAndTotalsAfterTheCap() {
    TrackerStatistics statistics =
        TrackerStatistics.of(
            List.of(
                estimate("owl_big", "Aviary"),
                estimate("elk_7b", "Aviary"),
                estimate("owl_10b", "Aviary"),
                estimate("puma", "Burrow", score("zoo_elo", 1000)),
                estimate("newt", "Aviary", score("zoo_film", 10)),
                estimate("yak", "Aviary")));
    assertEquals(
        List.of(
            "total collected 6",
            "overrides 1, of these >= 1e25 FLOP 1, confidence high/medium/low/speculative 1/0/0/0:"
                + " owl_big 6.0e+25",
            "known specifications 1, of these >= 1e25 FLOP 0, confidence"
                + " high/medium/low/speculative 1/0/0/0: elk_7b 8.4e+22",
            "name size 1, of these >= 1e25 FLOP 0, confidence high/medium/low/speculative 0/1/0/0:"
                + " owl_10b 9.0e+21",
            "benchmarks 2, of these >= 1e25 FLOP 2, confidence high/medium/low/speculative 0/1/1/0:"
                + " puma 4.0e+25, newt 1.0e+25",
            "no estimate possible 2 (1 without estimate, 1 matched an undisclosed specification)",
            "processed 6, with FLOP 5, >= 1e25 FLOP 2, capped by developer 1",
            "classes of models with FLOP: above 1, uncertain 0, below 4",
            "most compute: owl_big 6.00e+25, newt 1.00e+25, puma 9.90e+24, elk_7b 8.40e+22,"
                + " owl_10b 9.00e+21"),
        statistics.lines());
  }
}
