package io.evalbeam.transforms.curate;

import static io.evalbeam.transforms.curate.Models.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.transforms.curate.ModelQuery.Sort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelQueryTest {
  private static final List<TrackedModel> MODELS =
      List.of(
          model("bee", "Acme", 2e25, Models.TIME, List.of("Bee Preview")),
          model("ant", "Bolt", null),
          model("cat", "Acme", 3e26),
          model("dog", "Bolt", 1e22));

  private static List<String> names(ModelQuery query) {
    return query.run(MODELS).models().stream().map(TrackedModel::name).toList();
  }

  private static ModelQuery named(@Nullable String developer, @Nullable String name) {
    return new ModelQuery(null, null, developer, name, null, null, Sort.FLOP, null);
  }

  @Test
  void everythingComesWithMostComputeFirstAndUnknownLast() {
    assertEquals(List.of("cat", "bee", "dog", "ant"), names(ModelQuery.all()));
  }

  @Test
  void filtersCombine() {
    assertEquals(List.of("cat", "bee"), names(named("ACME", null)));
    assertEquals(List.of("bee"), names(named("acme", "PREV")));
    assertEquals(
        List.of("cat", "bee"),
        names(new ModelQuery(2e25, null, null, null, null, null, Sort.FLOP, null)));
    assertEquals(
        List.of("dog"),
        names(
            new ModelQuery(
                null,
                ThresholdClass.HIGH_CONFIDENCE_BELOW,
                null,
                null,
                1e9,
                Confidence.MEDIUM,
                Sort.FLOP,
                null)));
    assertEquals(
        List.of(), names(new ModelQuery(null, null, null, null, 71e9, null, Sort.FLOP, null)));
  }

  @Test
  void topCutsAfterSorting() {
    QueryResult result =
        new ModelQuery(null, null, null, null, null, null, Sort.NAME, 2).run(MODELS);
    assertEquals(List.of("ant", "bee"), result.models().stream().map(TrackedModel::name).toList());
    assertEquals(4, result.matched());
    assertThrows(
        IllegalArgumentException.class,
        () -> new ModelQuery(null, null, null, null, null, null, Sort.NAME, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLOP", "PROBABILITY", "PARAMETERS", "RELEASE_DATE", "DEVELOPER", "NAME"})
  void everyOrderIsFreeOfTheOrderOfInput(String sort) {
    ModelQuery query = new ModelQuery(null, null, null, null, null, null, Sort.valueOf(sort), null);
    List<TrackedModel> reversed = new ArrayList<>(MODELS);
    Collections.reverse(reversed);
    assertEquals(query.run(MODELS), query.run(reversed));
  }

  @Test
  void theTableIsAlignedCutAndCounted() {
    String text = named("acme", null).run(MODELS).toText(100);
    assertTrue(text.endsWith("2 of 2 matching models, 4 in all\n"), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
    assertTrue(text.contains("3.00e+26"), text);
  }

  @Test
  void csvAndJsonHoldTheSameModels() throws Exception {
    QueryResult result = ModelQuery.all().run(MODELS);
    assertEquals("2.00e+25", result.toCsv().cell(1, "training_flop"));
    assertEquals("6.32e+24", result.toCsv().cell(1, "flop_low"));
    assertEquals("", result.toCsv().cell(3, "training_flop"));
    JsonNode json = new ObjectMapper().readTree(result.toJson());
    assertEquals(4, json.size());
    assertEquals(2e25, json.get(1).get("training_flop").doubleValue());
    assertTrue(json.get(3).get("training_flop").isNull());
  }

  @Test
  void fileNamesTellTheQuestion() {
    assertEquals(
        "query_results/all_2026-01-02.csv", ModelQuery.all().fileName("2026-01-02", "csv"));
    assertEquals(
        "query_results/min-1e25_developer-acme-ai_by-name_top-5_2026-01-02.json",
        new ModelQuery(1e25, null, "Acme AI", null, null, null, Sort.NAME, 5)
            .fileName("2026-01-02", "json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "a/b\\c", "..", "%2e%2e/", "a\u0000b", "模型", "C:\\x"})
  void fileNamesStayInTheirFolder(String name) {
    String file = named(null, name).fileName("2026-01-02", "csv");
    assertTrue(file.matches("query_results/[a-z0-9._-]+\\.csv"), file);
    assertTrue(!file.contains(".."), file);
  }

  @Test
  void longAndForeignNamesDoNotCollide() {
    assertNotEquals(
        named(null, "x".repeat(50) + "1").fileName("d", "csv"),
        named(null, "x".repeat(50) + "2").fileName("d", "csv"));
    assertNotEquals(named(null, "模型").fileName("d", "csv"), named(null, "模式").fileName("d", "csv"));
  }
}
