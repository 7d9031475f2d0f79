package io.evalbeam.transforms.curate;

import static io.evalbeam.transforms.curate.Models.MATCHER;
import static io.evalbeam.transforms.curate.Models.model;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules that hold for any estimates, in any order, in any spelling, from any part of the sources.
 */
class CurationRefreshPropertyTest {
  private static final List<String> DEVELOPERS = List.of("Acme", "Acme AI", "Bolt", "Bolt Labs");

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(60);
  }

  private static List<TrackedModel> models(Random random) {
    List<TrackedModel> models = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      if (random.nextInt(4) > 0) {
        String name = respell("model_" + i, random);
        Double flop =
            random.nextInt(5) == 0 ? null : (Double) Math.pow(10, 22 + 5 * random.nextDouble());
        String developer =
            i % 2 == 0 ? DEVELOPERS.get(random.nextInt(2)) : DEVELOPERS.get(2 + random.nextInt(2));
        models.add(
            model(name, developer, flop, "2026-01-0" + (1 + random.nextInt(9)), List.of(name)));
      }
    }
    Collections.shuffle(models, random);
    return models;
  }

  private static String respell(String name, Random random) {
    String spaced =
        random.nextBoolean() ? name : name.replace('_', random.nextBoolean() ? '-' : ' ');
    return random.nextBoolean() ? spaced : spaced.toUpperCase(Locale.ROOT);
  }

  private static CsvTable verifySome(CsvTable table, Random random) {
    List<List<String>> rows = new ArrayList<>();
    for (CuratedRow row : CuratedRow.of(table)) {
      CuratedRow edited = row;
      if (random.nextInt(3) == 0) {
        edited = row.with("verified", random.nextBoolean() ? "y" : "Y").with("notes", "checked");
        edited = edited.with("training_flop", "3.14159e+" + (23 + random.nextInt(3)));
      }
      rows.add(table.header().stream().map(edited::cell).toList());
    }
    return new CsvTable(table.header(), rows);
  }

  /** Verified rows by table and model with all cells that a person can type. */
  private static Map<String, List<String>> verified(CsvTable above, CsvTable below) {
    Map<String, List<String>> found = new TreeMap<>();
    addVerified(found, "above ", above);
    addVerified(found, "below ", below);
    return found;
  }

  private static void addVerified(Map<String, List<String>> found, String prefix, CsvTable table) {
    for (CuratedRow row : CuratedRow.of(table)) {
      if (row.verified()) {
        found.put(
            prefix + MATCHER.key(row.model(), row.developer()),
            CuratedColumns.ALL.stream().map(row::cell).toList());
      }
    }
  }

  private static RefreshResult refresh(
      @Nullable CsvTable above, @Nullable CsvTable below, List<TrackedModel> models, String asOf) {
    return CurationRefresh.refresh(
        above, below, models, List.of(), MATCHER, new RefreshSettings(asOf, 3));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void verifiedRowsSurviveAndNothingFlips(long seed) {
    Random random = new Random(seed);
    RefreshResult first = refresh(null, null, models(random), "2026-01-01");
    CsvTable above = verifySome(first.above(), random);
    CsvTable below = verifySome(first.below(), random);
    Map<String, List<String>> promised = verified(above, below);

    for (int round = 0; round < 4; round++) {
      List<TrackedModel> models = models(random);
      RefreshResult result = refresh(above, below, models, "2026-02-0" + (round + 1));
      assertEquals(promised, verified(result.above(), result.below()));

      List<TrackedModel> shuffled = new ArrayList<>(models);
      Collections.shuffle(shuffled, random);
      assertEquals(result, refresh(above, below, shuffled, "2026-02-0" + (round + 1)));

      RefreshResult again = refresh(result.above(), result.below(), shuffled, "2026-03-01");
      assertEquals(result.above(), again.above());
      assertEquals(result.below(), again.below());
      assertEquals(0, again.statistics().updated() + again.statistics().moved());
      assertEquals(models.size(), again.statistics().covered());

      above = result.above();
      below = result.below();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyModelStandsInOneTable(long seed) {
    Random random = new Random(seed);
    RefreshResult first = refresh(null, null, models(random), "2026-01-01");
    RefreshResult result =
        refresh(
            verifySome(first.above(), random),
            verifySome(first.below(), random),
            models(random),
            "2026-02-01");
    List<String> keys = new ArrayList<>();
    for (CsvTable table : List.of(result.above(), result.below())) {
      CuratedRow.of(table).forEach(row -> keys.add(MATCHER.key(row.model(), row.developer())));
    }
    assertEquals(keys.stream().distinct().count(), keys.size());
  }
}
