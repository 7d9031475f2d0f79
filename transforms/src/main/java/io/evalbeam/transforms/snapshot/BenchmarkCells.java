package io.evalbeam.transforms.snapshot;

/**
 * Rows of one benchmark in two snapshots.
 *
 * @param older rows before
 * @param newer rows after
 * @param added keys only after
 * @param removed keys only before
 * @param changed keys in both whose rows differ in any column
 */
public record BenchmarkCells(
    String benchmark, long older, long newer, long added, long removed, long changed) {
  static BenchmarkCells ofAdded(String benchmark) {
    return new BenchmarkCells(benchmark, 0, 1, 1, 0, 0);
  }

  static BenchmarkCells ofRemoved(String benchmark) {
    return new BenchmarkCells(benchmark, 1, 0, 0, 1, 0);
  }

  static BenchmarkCells ofCommon(String benchmark, boolean differs) {
    return new BenchmarkCells(benchmark, 1, 1, 0, 0, differs ? 1 : 0);
  }

  BenchmarkCells plus(BenchmarkCells other) {
    return new BenchmarkCells(
        benchmark,
        older + other.older,
        newer + other.newer,
        added + other.added,
        removed + other.removed,
        changed + other.changed);
  }
}
