package io.evalbeam.transforms.curate;

import static io.evalbeam.transforms.curate.Models.MATCHER;
import static io.evalbeam.transforms.curate.Models.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.tracking.CuratedTable;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables as messy as people leave them: copies, unknown developers, blank names, odd cells. */
class CurationRefreshFuzzTest {
  private static final List<String> HEADER =
      List.of("notes", "model", "verified", "developer", "training_flop", "team");
  private static final List<String> NAMES =
      List.of("m_1", "M-1", "m_2", "m 2", "m_3", "m_4", "", "=m_5");
  private static final List<String> DEVELOPERS = List.of("Acme", "Acme AI", "Bolt", "Unknown", "");
  private static final List<String> VERIFIED = List.of("", "", "", "y", "Y", "n");
  private static final List<String> FLOPS = List.of("", "1e25", "6.0000001e25", "about 1e24", "-1");

  static Stream<Long> seeds() {
    return LongStream.range(0, 400).boxed();
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static CsvTable table(Random random, String prefix) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = random.nextInt(7); i > 0; i--) {
      rows.add(
          List.of(
              random.nextBoolean() ? "" : prefix + i,
              pick(random, NAMES),
              pick(random, VERIFIED),
              pick(random, DEVELOPERS),
              pick(random, FLOPS),
              random.nextInt(4) == 0 ? "team" : ""));
    }
    return new CsvTable(HEADER, rows);
  }

  private static List<TrackedModel> models(Random random) {
    List<TrackedModel> models = new ArrayList<>();
    for (String name : List.of("m_1", "m_2", "m_3", "=m_5", "m_6")) {
      for (String developer : List.of("Acme", "Bolt", "Zeta")) {
        if (random.nextInt(4) == 0) {
          Double flop =
              random.nextInt(4) == 0 ? null : (Double) Math.pow(10, 23 + random.nextInt(4));
          models.add(
              model(name, developer, flop, Models.TIME, List.of(name, pick(random, NAMES) + "x")));
        }
      }
    }
    Collections.shuffle(models, random);
    return models;
  }

  private static List<Decision> decisions(Random random, CsvTable above) {
    List<Decision> decisions = new ArrayList<>();
    for (CuratedRow row : CuratedRow.of(above)) {
      ReviewCandidate candidate = new ReviewCandidate(CuratedTable.ABOVE, row, null);
      if (row.model().isEmpty()) {
        continue;
      }
      switch (random.nextInt(6)) {
        case 0 -> decisions.add(candidate.accept("ann", "2026-01-01T00:00:00Z", null));
        case 1 -> decisions.add(candidate.reject("bob", "2026-01-01T00:00:00Z", "small"));
        case 2 -> decisions.add(candidate.note("eve", "2026-01-01T00:00:00Z", "note"));
        default -> {}
      }
    }
    return decisions;
  }

  private static List<List<String>> verified(CsvTable table) {
    List<List<String>> cells = new ArrayList<>();
    for (CuratedRow row : CuratedRow.of(table)) {
      if (row.verified()) {
        cells.add(HEADER.stream().map(row::cell).toList());
      }
    }
    cells.sort((a, b) -> a.toString().compareTo(b.toString()));
    return cells;
  }

  private static RefreshResult refresh(
      CsvTable above,
      CsvTable below,
      List<TrackedModel> models,
      List<Decision> decisions,
      int day) {
    return CurationRefresh.refresh(
        above, below, models, decisions, MATCHER, new RefreshSettings("2026-01-1" + day, 3));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noTypedCellIsLostAndTheSecondRunChangesNothing(long seed) {
    Random random = new Random(seed);
    CsvTable above = table(random, "a");
    CsvTable below = table(random, "b");
    List<List<String>> promisedAbove = verified(above);
    List<List<String>> promisedBelow = verified(below);
    for (int day = 1; day < 4; day++) {
      List<TrackedModel> models = models(random);
      RefreshResult result = refresh(above, below, models, List.of(), day);
      assertEquals(promisedAbove, verified(result.above()));
      assertEquals(promisedBelow, verified(result.below()));
      for (CsvTable before : List.of(above, below)) {
        for (CuratedRow row : CuratedRow.of(before)) {
          assertTrue(noted(result, row.cell("notes")), row.toString());
        }
      }
      RefreshResult again = refresh(result.above(), result.below(), models, List.of(), day + 1);
      assertEquals(result.above(), again.above());
      assertEquals(result.below(), again.below());
      Collections.shuffle(models, random);
      assertEquals(result, refresh(above, below, models, List.of(), day));
      above = result.above();
      below = result.below();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void decisionsAreAppliedOnce(long seed) {
    Random random = new Random(seed);
    CsvTable above = table(random, "a");
    CsvTable below = table(random, "b");
    List<TrackedModel> models = models(random);
    List<Decision> decisions = decisions(random, above);
    RefreshResult result = refresh(above, below, models, decisions, 1);
    RefreshResult again = refresh(result.above(), result.below(), models, decisions, 2);
    assertEquals(result.above(), again.above());
    assertEquals(result.below(), again.below());
    assertEquals(0, again.statistics().decided());
  }

  private static boolean noted(RefreshResult result, String note) {
    return Stream.of(result.above(), result.below())
        .flatMap(table -> CuratedRow.of(table).stream())
        .anyMatch(row -> row.cell("notes").contains(note));
  }
}
