package io.evalbeam.pipelines.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TablePlaceTest {
  @Test
  void oneFileIsItsOwnPlace() {
    assertEquals("curated/above.csv", TablePlace.of(List.of("curated/above.csv")));
  }

  @Test
  void filesOfOneDirectoryKeepWhatTheirNamesShare() {
    assertEquals(
        "statistics/leaderboard_*.csv",
        TablePlace.of(List.of("statistics/leaderboard_a.csv", "statistics/leaderboard_b.csv")));
    assertEquals(
        "detail/*.parquet", TablePlace.of(List.of("detail/a.parquet", "detail/b.parquet")));
  }

  @Test
  void directoriesOfAnyDepthAreSearched() {
    assertEquals(
        "issues/**/*.parquet",
        TablePlace.of(List.of("issues/collect/a.parquet", "issues/ingest/helm/b.parquet")));
  }

  @Test
  void neighbouringDirectoriesAreNotTakenForOne() {
    assertEquals(
        "runs/**/*.parquet",
        TablePlace.of(List.of("runs/helm_lite/runs.parquet", "runs/helm_mmlu/runs.parquet")));
  }
}
