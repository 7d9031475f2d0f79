package io.evalbeam.io.evaluation.opencompass;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether each answer was correct, by instance and replica; two bits each. OpenCompass asks the
 * whole data set n times over, so answer i belongs to instance i modulo the number of instances
 * ({@code BaseEvaluator.evaluate}).
 */
final class Correctness {
  private final List<BitSet> known = new ArrayList<>();
  private final List<BitSet> correct = new ArrayList<>();
  private int instances;

  /** Counts an instance, whether or not its answers are judged. */
  void sawInstance(int instance) {
    instances = Math.max(instances, instance + 1);
  }

  /** Stores a verdict, unless no answer could have its index. */
  void put(int instance, int replica, boolean isCorrect) {
    if ((instance + 1L) * (replica + 1L) > PredictionIndex.LIMIT) {
      return;
    }
    while (known.size() <= replica) {
      known.add(new BitSet());
      correct.add(new BitSet());
    }
    known.get(replica).set(instance);
    correct.get(replica).set(instance, isCorrect);
  }

  /** The verdict, null where there is none. */
  @Nullable Boolean get(int instance, int replica) {
    if (replica >= known.size() || !known.get(replica).get(instance)) {
      return null;
    }
    return correct.get(replica).get(instance);
  }

  /** The next instance with a verdict, -1 if there is none. */
  int nextKnown(int replica, int from) {
    return replica < known.size() ? known.get(replica).nextSetBit(from) : -1;
  }

  /** Number of instances in the details; 0 without details. */
  int instances() {
    return instances;
  }

  /** How often the data set was asked, at least 1. */
  int replicas() {
    return Math.max(1, known.size());
  }
}
