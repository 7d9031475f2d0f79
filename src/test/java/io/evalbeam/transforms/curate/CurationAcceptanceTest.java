package io.evalbeam.transforms.curate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.csv.CsvFiles;
import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.tracking.CuratedModel;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A refresh of tables that people really edited, with estimates of the same time. */
class CurationAcceptanceTest {
  private static final String FOLDER = "data/model-tracker/";

  private static CsvTable table(String file) throws IOException {
    try (InputStream in = Files.newInputStream(SharedData.path(FOLDER + file))) {
      return CsvFiles.read(in, file);
    }
  }

  private static List<TrackedModel> models() throws IOException {
    String json = Files.readString(SharedData.path(FOLDER + "expected/s4/estimated_models.json"));
    List<TrackedModel> models = new ArrayList<>();
    for (Map<String, String> view : ModelViews.ofJson(json, "name", "s4").values()) {
      models.add(
          Models.model(
              view.getOrDefault("name", ""),
              view.getOrDefault("developer", ""),
              FlopText.parse(view.getOrDefault("training_flop", ""))));
    }
    return models;
  }

  private static List<Map<String, String>> verified(CsvTable table) {
    return CuratedRow.of(table).stream()
        .filter(CuratedRow::verified)
        .map(row -> row.with(CuratedColumns.STALE_SINCE, "").cells())
        .toList();
  }

  @Test
  void verifiedRowsStayAsTypedAndASecondRunChangesNoByte() throws IOException {
    CsvTable above = table("curated/above_1e25_flop.csv");
    CsvTable below = table("curated/below_1e25_flop.csv");
    RefreshResult result =
        CurationRefresh.refresh(above, below, models(), List.of(), Models.MATCHER, Models.SETTINGS);
    assertEquals(7, verified(above).size());
    assertEquals(3, verified(below).size());
    assertEquals(verified(above), verified(result.above()));
    assertEquals(verified(below), verified(result.below()));

    RefreshStatistics statistics = result.statistics();
    assertEquals(10, statistics.keptVerified());
    assertEquals(282, statistics.covered());
    assertEquals(statistics.above() + statistics.below(), 282 + staleRows(result));

    RefreshResult again =
        CurationRefresh.refresh(
            result.above(), result.below(), models(), List.of(), Models.MATCHER, Models.SETTINGS);
    assertArrayEquals(CsvFiles.write(result.above()), CsvFiles.write(again.above()));
    assertArrayEquals(CsvFiles.write(result.below()), CsvFiles.write(again.below()));
    assertEquals(0, again.statistics().updated());
    assertTrue(CuratedModels.of(result.above(), result.below()).size() > 282);
  }

  private static long staleRows(RefreshResult result) {
    return CuratedModels.of(result.above(), result.below()).stream()
        .filter(CuratedModel::stale)
        .count();
  }
}
