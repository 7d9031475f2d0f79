package io.evalbeam.io.evaluation.helm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The keys of a run — (instance, perturbation, trial) — and their rows, counted from 0 in the order
 * they came. Some 30 bytes a key: identifiers lie in one array of bytes.
 */
final class KeyTable {
  /** There is no such key. */
  static final int NONE = -1;

  private static final int FIRST_CAPACITY = 256;

  private byte[] text = new byte[FIRST_CAPACITY * 8];
  private int[] ends = new int[FIRST_CAPACITY];
  private int[] perturbations = new int[FIRST_CAPACITY];
  private int[] trials = new int[FIRST_CAPACITY];
  private int[] hashes = new int[FIRST_CAPACITY];
  private final BitSet prefixed = new BitSet();
  private int[] slots = new int[FIRST_CAPACITY * 2];
  private int size;

  /** Number of keys. */
  int size() {
    return size;
  }

  /**
   * Row of a key, {@link #NONE} when it is not there.
   *
   * @param instance normalised identifier
   */
  int find(String instance, int perturbation, int trial) {
    return find(bytes(instance), perturbation, trial);
  }

  private int find(byte[] instance, int perturbation, int trial) {
    int hash = hash(instance, perturbation, trial);
    for (int slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      int row = slots[slot] - 1;
      if (row < 0) {
        return NONE;
      }
      if (hashes[row] == hash
          && perturbations[row] == perturbation
          && trials[row] == trial
          && Arrays.equals(text, start(row), ends[row], instance, 0, instance.length)) {
        return row;
      }
    }
  }

  /** Row of a key, a new one when it was not there. */
  int findOrAdd(String id, int perturbation, int trial) {
    byte[] instance = bytes(InstanceId.normalise(id));
    int row = find(instance, perturbation, trial);
    return row >= 0 ? row : add(instance, InstanceId.hasPrefix(id), perturbation, trial);
  }

  private int add(byte[] instance, boolean prefix, int perturbation, int trial) {
    reserve(instance.length);
    int start = size == 0 ? 0 : ends[size - 1];
    System.arraycopy(instance, 0, text, start, instance.length);
    ends[size] = start + instance.length;
    perturbations[size] = perturbation;
    trials[size] = trial;
    hashes[size] = hash(instance, perturbation, trial);
    prefixed.set(size, prefix);
    size++;
    if (size * 2 > slots.length) {
      slots = new int[slots.length * 2];
      for (int row = 0; row < size - 1; row++) {
        occupy(row);
      }
    }
    occupy(size - 1);
    return size - 1;
  }

  private void reserve(int length) {
    if (size == ends.length) {
      int capacity = size * 2;
      ends = Arrays.copyOf(ends, capacity);
      perturbations = Arrays.copyOf(perturbations, capacity);
      trials = Arrays.copyOf(trials, capacity);
      hashes = Arrays.copyOf(hashes, capacity);
    }
    int needed = (size == 0 ? 0 : ends[size - 1]) + length;
    if (needed > text.length) {
      text = Arrays.copyOf(text, Math.max(needed, text.length * 2));
    }
  }

  private void occupy(int row) {
    int slot = hashes[row] & (slots.length - 1);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = row + 1;
  }

  /** Normalised identifier of a row's instance. */
  String instance(int row) {
    return new String(text, start(row), ends[row] - start(row), StandardCharsets.UTF_8);
  }

  /** Identifier as it was found first. */
  String id(int row) {
    return InstanceId.restore(instance(row), prefixed.get(row));
  }

  /** Whether the identifier as found has what normalising drops. */
  boolean isPrefixed(int row) {
    return prefixed.get(row);
  }

  int perturbation(int row) {
    return perturbations[row];
  }

  int trial(int row) {
    return trials[row];
  }

  private int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }

  private static byte[] bytes(String instance) {
    return instance.getBytes(StandardCharsets.UTF_8);
  }

  private static int hash(byte[] instance, int perturbation, int trial) {
    int hash = (Arrays.hashCode(instance) * 31 + perturbation) * 31 + trial;
    // Neighbouring numbers must not fill neighbouring slots.
    hash *= 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }
}
