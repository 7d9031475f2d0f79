package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.schemas.table.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Scores of a samples file by response and metric: rows of one response need not be neighbours. A
 * response is known by 64 bits of a hash, so a million of them take a few bytes each; two of a
 * million share one with a probability of 3 in 10^8.
 */
final class ScoreTable {
  private static final int EMPTY = -1;
  private static final int INITIAL = 1024;

  private final double[][] scores;
  private final BitSet[] correct;
  private final BitSet[] rows;
  private final BitSet given = new BitSet();
  private long[] keys = new long[INITIAL];
  private int[] slots = filled(2 * INITIAL);
  private int size;

  /** A table for a number of metrics. */
  ScoreTable(int metrics) {
    scores = new double[metrics][INITIAL];
    correct = new BitSet[metrics];
    rows = new BitSet[metrics];
    for (int i = 0; i < metrics; i++) {
      correct[i] = new BitSet();
      rows[i] = new BitSet();
    }
  }

  /** Hash of what names a response. */
  static long key(String sampleId, @Nullable String perturbation, int trial) {
    String text =
        sampleId.length()
            + ":"
            + sampleId
            + ":"
            + trial
            + (perturbation == null ? "" : ":" + perturbation);
    byte[] hash = Sha256.newDigest().digest(text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(hash).getLong();
  }

  /**
   * Keeps a score.
   *
   * @param score null where the row says that it is unknown
   * @return whether the response had no row of this metric before; else nothing changes
   */
  boolean put(long key, int metric, @Nullable Double score, boolean isCorrect) {
    int slot = slot(key);
    if (rows[metric].get(slot)) {
      return false;
    }
    rows[metric].set(slot);
    correct[metric].set(slot, isCorrect);
    scores[metric][slot] = score == null ? Double.NaN : score;
    return true;
  }

  /** The response's slot; -1 if there is none, or if it was taken before. */
  int take(long key) {
    int slot = slots[position(key)];
    if (slot == EMPTY || given.get(slot)) {
      return EMPTY;
    }
    given.set(slot);
    return slot;
  }

  /** A score, NaN if missing. */
  double score(int slot, int metric) {
    return rows[metric].get(slot) ? scores[metric][slot] : Double.NaN;
  }

  /** Whether a score was called correct, as 0 or 1; NaN if there was no row. */
  double correct(int slot, int metric) {
    if (!rows[metric].get(slot)) {
      return Double.NaN;
    }
    return correct[metric].get(slot) ? 1 : 0;
  }

  private int slot(long key) {
    int position = position(key);
    if (slots[position] != EMPTY) {
      return slots[position];
    }
    if (size == keys.length) {
      grow();
      position = position(key);
    }
    keys[size] = key;
    slots[position] = size;
    return size++;
  }

  private int position(long key) {
    int mask = slots.length - 1;
    int position = (int) key & mask;
    while (slots[position] != EMPTY && keys[slots[position]] != key) {
      position = (position + 1) & mask;
    }
    return position;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, 2 * size);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Arrays.copyOf(scores[i], 2 * size);
    }
    slots = filled(4 * size);
    for (int slot = 0; slot < size; slot++) {
      slots[position(keys[slot])] = slot;
    }
  }

  private static int[] filled(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, EMPTY);
    return slots;
  }
}
