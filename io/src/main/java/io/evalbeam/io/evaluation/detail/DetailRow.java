package io.evalbeam.io.evaluation.detail;

/** A row that can write itself, from a response or from another file. */
@FunctionalInterface
interface DetailRow {
  void writeTo(DetailFields fields);
}
