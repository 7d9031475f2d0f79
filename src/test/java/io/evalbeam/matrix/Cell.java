package io.evalbeam.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One way to run a job.
 *
 * @param runner where
 * @param parallelism workers at once
 * @param arrival order of the inputs
 * @param steps commands over which the inputs arrive
 */
public record Cell(Runner runner, int parallelism, Arrival arrival, int steps) {
  static final List<Integer> PARALLELISMS = List.of(1, 2, 8);
  static final List<Integer> STEPS = List.of(1, 2, 10);

  /** The cell that all others are compared with. */
  public static final Cell REFERENCE = new Cell(Runner.DIRECT, 2, Arrival.IN_ORDER, 1);

  /** Every combination. */
  public static List<Cell> all(Runner runner) {
    List<Cell> cells = new ArrayList<>();
    for (int parallelism : PARALLELISMS) {
      for (Arrival arrival : Arrival.values()) {
        for (int steps : STEPS) {
          cells.add(new Cell(runner, parallelism, arrival, steps));
        }
      }
    }
    return cells;
  }

  /**
   * Few combinations: a runner meets every parallelism, order and number of steps; a cluster, where
   * every command takes ten seconds, one of each.
   */
  public static List<Cell> few(Runner runner) {
    return switch (runner) {
      case DIRECT ->
          List.of(
              new Cell(runner, 1, Arrival.IN_ORDER, 10),
              new Cell(runner, 2, Arrival.SHUFFLED, 1),
              new Cell(runner, 8, Arrival.SHUFFLED, 2));
      case EMBEDDED_FLINK ->
          List.of(
              new Cell(runner, 1, Arrival.IN_ORDER, 2),
              new Cell(runner, 2, Arrival.SHUFFLED, 10),
              new Cell(runner, 8, Arrival.SHUFFLED, 1));
      case CLUSTER -> List.of(new Cell(runner, 8, Arrival.SHUFFLED, 1));
    };
  }

  @Override
  public String toString() {
    return String.format(
            Locale.ROOT,
            "%s, parallelism %d, %s, %d step%s",
            runner,
            parallelism,
            arrival,
            steps,
            steps == 1 ? "" : "s")
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ');
  }
}
