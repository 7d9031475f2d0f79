package io.evalbeam.transforms.statistics;

import java.util.ArrayDeque;
import java.util.BitSet;

/**
 * Finds the models whose strengths are finite and comparable. Ford (1957): that is so where in
 * every split of the models in two, both parts won something from the other, in other words inside
 * a strongly connected component of the graph "i beat or tied j".
 */
final class ReferenceComponent {
  private ReferenceComponent() {}

  /**
   * The models of the largest strongly connected component. Empty when it has one model only, or
   * when two are equally large: then none is the reference for the other.
   */
  static BitSet of(PairwiseComparisons comparisons) {
    BitSet largest = new BitSet();
    boolean unique = false;
    BitSet seen = new BitSet();
    int models = comparisons.models();
    for (int model = 0; model < models; model = seen.nextClearBit(model)) {
      BitSet component = reachable(comparisons, model, true);
      component.and(reachable(comparisons, model, false));
      seen.or(component);
      if (component.cardinality() > largest.cardinality()) {
        largest = component;
        unique = true;
      } else if (component.cardinality() == largest.cardinality()) {
        unique = false;
      }
    }
    return unique && largest.cardinality() > 1 ? largest : new BitSet();
  }

  private static BitSet reachable(PairwiseComparisons comparisons, int start, boolean downwards) {
    BitSet reached = new BitSet();
    ArrayDeque<Integer> open = new ArrayDeque<>();
    reached.set(start);
    open.add(start);
    while (!open.isEmpty()) {
      int from = open.remove();
      for (int to = 0; to < comparisons.models(); to++) {
        double wins = downwards ? comparisons.wins(from, to) : comparisons.wins(to, from);
        if (wins > 0 && !reached.get(to)) {
          reached.set(to);
          open.add(to);
        }
      }
    }
    return reached;
  }
}
