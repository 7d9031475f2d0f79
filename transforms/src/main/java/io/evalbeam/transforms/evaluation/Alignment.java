package io.evalbeam.transforms.evaluation;

import java.util.Arrays;

/**
 * Positions of the shared instances of two sets, in the order of keys. The arrays are not changed
 * by anyone.
 *
 * @param first positions in the first set, ascending
 * @param second positions of the same instances in the second set, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record Alignment(int[] first, int[] second) {
  static Alignment of(InstanceSet first, InstanceSet second) {
    int[] left = new int[Math.min(first.size(), second.size())];
    int[] right = new int[left.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < first.size() && j < second.size()) {
      int order = first.key(i).compareTo(second.key(j));
      if (order == 0) {
        left[size] = i;
        right[size++] = j;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return new Alignment(Arrays.copyOf(left, size), Arrays.copyOf(right, size));
  }

  int size() {
    return first.length;
  }
}
