package io.evalbeam.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which combinations the matrix has. */
class CellTest {
  @ParameterizedTest
  @EnumSource(Runner.class)
  void theFewAreAmongAll(Runner runner) {
    assertEquals(18, new HashSet<>(Cell.all(runner)).size());
    assertFalse(Cell.few(runner).isEmpty());
    assertTrue(Cell.all(runner).containsAll(Cell.few(runner)));
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT", "EMBEDDED_FLINK"})
  void aRunnerOfThisProcessMeetsEveryParallelismOrderAndNumberOfSteps(Runner runner) {
    List<Cell> few = Cell.few(runner);
    assertEquals(
        Set.copyOf(Cell.PARALLELISMS),
        few.stream().map(Cell::parallelism).collect(Collectors.toSet()));
    assertEquals(
        EnumSet.allOf(Arrival.class), few.stream().map(Cell::arrival).collect(Collectors.toSet()));
    assertEquals(Set.copyOf(Cell.STEPS), few.stream().map(Cell::steps).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 13, 24, 100})
  void everyPieceComesOnceAndShuffledNotInOrder(int pieces) {
    List<Integer> inOrder = IntStream.range(0, pieces).boxed().toList();
    assertEquals(inOrder, Arrival.IN_ORDER.of(pieces));
    List<Integer> shuffled = Arrival.SHUFFLED.of(pieces);
    assertEquals(inOrder, shuffled.stream().sorted().toList());
    assertTrue(pieces == 1 || !shuffled.equals(inOrder), Arrays.toString(shuffled.toArray()));
  }

  @Test
  void aCellSaysWhatItIs() {
    assertEquals(
        "embedded flink, parallelism 8, shuffled, 10 steps",
        new Cell(Runner.EMBEDDED_FLINK, 8, Arrival.SHUFFLED, 10).toString());
  }
}
