package io.evalbeam.transforms.snapshot;

/**
 * A column in which rows of both snapshots differ.
 *
 * @param rows rows that differ in it, over all benchmarks
 */
public record ColumnChange(String column, long rows) {}
