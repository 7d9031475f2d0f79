package io.evalbeam.io.evaluation.helm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.evalbeam.io.evaluation.json.BrokenFileException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ScoreTableTest {
  private static String scores(int instances) {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < instances; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{\"instance_id\": \"id")
          .append(i)
          .append("\", \"train_trial_index\": 0, \"stats\": [")
          .append("{\"name\": {\"name\": \"a\"}, \"count\": 1, \"sum\": ")
          .append(i)
          .append(", \"mean\": ")
          .append(i)
          .append("}, {\"name\": {\"name\": \"b\"}, \"count\": 2, \"sum\": 3, \"mean\": 1.5}]}");
    }
    return json.append("]").toString();
  }

  /** Four pages on the heap, the rest in a file. */
  @Test
  void scoresBeyondTheHeapsShareAreTheSame() throws IOException, BrokenFileException {
    int instances = 7 * ScorePages.ROWS + 5;
    Findings findings = new Findings("");
    try (ScoreTable table = new ScoreTable(new ScorePages(4), findings);
        JsonParser parser = new JsonFactory().createParser(scores(instances))) {
      new PerInstanceStatsReader(table, findings).read(parser);
      assertEquals(instances, table.keys().size());
      for (int i = 0; i < instances; i++) {
        int row = table.keys().find(Integer.toString(i), Perturbations.ORIGINAL, 0);
        assertEquals(i, row);
        assertEquals("id" + i, table.keys().id(row));
        assertEquals((double) i, table.values(row).get("a"));
        assertEquals(1.5, table.values(row).get("b"));
      }
      assertEquals(KeyTable.NONE, table.keys().find("1", Perturbations.ORIGINAL, 1));
      assertNull(table.value(0, table.names().known("c")));
      Condition.TrialSums sums = table.conditions().get(0).sums(table.names().known("a"));
      assertEquals((instances - 1) / 2.0, sums.mean());
    }
  }

  @Test
  void onlyTheWordIdBeforeMereDigitsIsDropped() {
    assertEquals("12", InstanceId.normalise("id12"));
    assertEquals("12", InstanceId.normalise("12"));
    assertEquals("id-law-3", InstanceId.normalise("id-law-3"));
    assertEquals("id", InstanceId.normalise("id"));
    assertEquals("12_345", InstanceId.normalise("12_345"));
    assertEquals("test7", InstanceId.normalise("test7"));
  }
}
