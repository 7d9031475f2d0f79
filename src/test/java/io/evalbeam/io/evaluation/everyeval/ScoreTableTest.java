package io.evalbeam.io.evaluation.everyeval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Scores by response and metric. */
class ScoreTableTest {
  private static final int RESPONSES = 10_000;

  @Test
  void keepsTheScoresOfManyResponses() {
    ScoreTable table = new ScoreTable(2);
    for (int i = 0; i < RESPONSES; i++) {
      assertTrue(table.put(key(i), 0, (double) i, i % 2 == 0));
    }
    for (int i = 0; i < RESPONSES; i += 3) {
      assertTrue(table.put(key(i), 1, null, false));
      assertFalse(table.put(key(i), 0, -1.0, false));
    }

    for (int i = 0; i < RESPONSES; i++) {
      int slot = table.take(key(i));
      assertEquals(i, table.score(slot, 0));
      assertEquals(i % 2 == 0 ? 1 : 0, table.correct(slot, 0));
      assertEquals(Double.NaN, table.score(slot, 1));
      assertEquals(i % 3 == 0 ? 0 : Double.NaN, table.correct(slot, 1));
      assertEquals(-1, table.take(key(i)), "taken twice");
    }
    assertEquals(-1, table.take(key(RESPONSES)));
  }

  @Test
  void partsOfKeysCannotBeMistaken() {
    assertNotEquals(ScoreTable.key("a:1", null, 0), ScoreTable.key("a", "1", 0));
    assertNotEquals(ScoreTable.key("a", null, 1), ScoreTable.key("a", null, 2));
    assertNotEquals(ScoreTable.key("a", "", 0), ScoreTable.key("a", null, 0));
  }

  private static long key(int i) {
    return ScoreTable.key("sample-" + i, null, 0);
  }
}
