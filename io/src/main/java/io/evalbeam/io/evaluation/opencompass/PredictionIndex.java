package io.evalbeam.io.evaluation.opencompass;

/** Keys of predictions: decimal indexes as text. */
final class PredictionIndex {
  /** Largest number of instances of a data set; each costs a few bits. */
  static final int LIMIT = 100_000_000;

  private static final int DIGITS = 9;

  private PredictionIndex() {}

  /** The index, or -1 when the key is none or beyond the limit. */
  static int of(String key) {
    if (key.length() > DIGITS || !TreeNames.isDecimal(key)) {
      return -1;
    }
    int index = Integer.parseInt(key);
    return index < LIMIT ? index : -1;
  }
}
