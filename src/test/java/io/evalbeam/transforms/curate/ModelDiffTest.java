package io.evalbeam.transforms.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.testing.SharedData;
import io.evalbeam.transforms.curate.ModelDiff.FieldChange;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelDiffTest {
  private static final Map<String, Map<String, String>> OLD =
      Map.of(
          "a", Map.of("training_flop", "5.96e+25", "parameters", "7e9", "last_updated", "1"),
          "b", Map.of("training_flop", "1e25", "note", "x"),
          "z", Map.of());
  private static final Map<String, Map<String, String>> NEW =
      Map.of(
          "a",
          Map.of(
              "training_flop", "5.959999999999999e+25",
              "parameters", "7000000000.0",
              "last_updated", "2"),
          "b",
          Map.of("training_flop", "2e25", "url", "u"),
          "c",
          Map.of());

  @Test
  void newGoneAndChangedFieldsAreListed() {
    ModelDiff diff = ModelDiff.between(OLD, NEW, ModelDiff.TIMES);
    assertEquals(List.of("c"), diff.added());
    assertEquals(List.of("z"), diff.gone());
    assertEquals(2, diff.common());
    assertEquals(
        List.of(
            new FieldChange("b", "note", "x", ""),
            new FieldChange("b", "training_flop", "1e25", "2e25"),
            new FieldChange("b", "url", "", "u")),
        diff.changes());
    assertEquals(1, diff.changed("training_flop"));
    assertEquals(List.of("gone", "z", "", "", ""), diff.toCsv().rows().get(1));
    assertTrue(
        diff.render(80).endsWith("1 new, 1 gone, 2 in both, of these 1 changed in 3 fields\n"));
  }

  @Test
  void nothingIsIgnoredUnlessAsked() {
    assertEquals(1, ModelDiff.between(OLD, NEW, Set.of()).changed("last_updated"));
  }

  @Test
  void jsonWithAndWithoutMetadataIsRead() {
    String models =
        "[{\"name\":\"a\",\"n\":1.5,\"gone\":null,\"list\":[1,{\"x\":\"y\"}]},{\"name\":\"a\",\"n\":2}]";
    Map<String, Map<String, String>> expected = Map.of("a", Map.of("name", "a", "n", "2"));
    assertEquals(expected, ModelViews.ofJson(models, "name", "f"));
    assertEquals(
        expected,
        ModelViews.ofJson("{\"metadata\":{\"models\":{}},\"models\":" + models + "}", "name", "f"));
    String one = "[{\"name\":\"a\",\"list\":[1,{\"x\":\"y\"}],\"none\":null}]";
    assertEquals(
        Map.of("a", Map.of("name", "a", "list", "[1,{\"x\":\"y\"}]", "none", "")),
        ModelViews.ofJson(one, "name", "f"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"a\":1}", "3", "[{\"n\":1}]", "{\"models\":[{"})
  void otherJsonIsRefused(String json) {
    assertThrows(
        InvalidConfigurationException.class, () -> ModelViews.ofJson(json, "name", "f.json"));
  }

  @Test
  void tablesAreReadByTheirKeyColumn() {
    CsvTable table = new CsvTable(List.of("x", "model"), List.of(List.of("1", "m")));
    assertEquals(
        Map.of("m", Map.of("x", "1", "model", "m")), ModelViews.ofCsv(table, "model", "f"));
    assertThrows(
        InvalidConfigurationException.class, () -> ModelViews.ofCsv(table, "name", "f.csv"));
  }

  @ParameterizedTest
  @CsvSource({
    "history/2025-07-31, history/2025-08-15, 48, 4, 234, 102",
    "history/2025-08-15, expected/s4, 0, 0, 282, 3"
  })
  void realSnapshotsDifferAsMeasured(
      String older, String newer, int added, int gone, int common, long flop) throws IOException {
    ModelDiff diff = ModelDiff.between(snapshot(older), snapshot(newer), ModelDiff.TIMES);
    assertEquals(
        List.of(added, gone, common),
        List.of(diff.added().size(), diff.gone().size(), diff.common()));
    assertEquals(flop, diff.changed("training_flop"));
  }

  private static Map<String, Map<String, String>> snapshot(String folder) throws IOException {
    String json =
        Files.readString(
            SharedData.path("data/model-tracker/" + folder + "/estimated_models.json"));
    return ModelViews.ofJson(json, "name", folder);
  }
}
