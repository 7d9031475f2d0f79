package io.evalbeam.bench.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListScheduleTest {
  @Test
  void aTaskGoesToTheCoreThatIsFreeFirst() {
    // 4 | 1 2 3 as 1+2, then 3 after them or after 4: the core of 3 is free first.
    assertEquals(6, ListSchedule.makespan(List.of(4.0, 1.0, 2.0, 3.0), 2));
    assertEquals(10, ListSchedule.makespan(List.of(4.0, 1.0, 2.0, 3.0), 1));
    assertEquals(4, ListSchedule.makespan(List.of(4.0, 1.0, 2.0, 3.0), 100));
    assertEquals(0, ListSchedule.makespan(List.of(), 3));
    assertThrows(IllegalArgumentException.class, () -> ListSchedule.makespan(List.of(1.0), 0));
  }

  /** Graham 1966: never longer than the average load and the longest task together. */
  @Test
  void theEndLiesBetweenTheBoundsOfTheory() {
    List<Double> tasks = IntStream.range(0, 500).mapToObj(task -> 1.0 + task * 37 % 101).toList();
    double total = tasks.stream().mapToDouble(task -> task).sum();
    double longest = Collections.max(tasks);
    for (int cores : new int[] {1, 3, 10, 64}) {
      double end = ListSchedule.makespan(tasks, cores);
      assertTrue(end >= Math.max(total / cores, longest) - 1e-9, "" + cores);
      assertTrue(end <= total / cores + longest, "" + cores);
    }
  }
}
