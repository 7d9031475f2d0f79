package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.ComparisonResult;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which comparison of a task counts. A task that was asked in several manners (adapter methods,
 * numbers of demonstrations) counts in the one with the most models, so that nothing counts twice.
 * Where no release says which split is published, {@value #USUAL_SPLIT} is taken, else the one with
 * the most models; splits are never mixed.
 */
final class CountedManner {
  private static final String USUAL_SPLIT = "test";

  private CountedManner() {}

  /**
   * Those that count, one for each task and sub-split, in their order.
   *
   * @param candidates comparisons of one benchmark in any order
   */
  static <T> List<T> choose(
      List<T> candidates, Function<T, ComparisonResult> comparison, SplitChoice split) {
    SortedMap<String, T> chosen = new TreeMap<>();
    for (T candidate : candidates) {
      ComparisonResult result = comparison.apply(candidate);
      if (split.takes(result)) {
        chosen.merge(
            result.task() + "\n" + result.subSplit(),
            candidate,
            (a, b) -> isBetter(comparison.apply(b), comparison.apply(a)) ? b : a);
      }
    }
    return List.copyOf(chosen.values());
  }

  private static boolean isBetter(ComparisonResult a, ComparisonResult b) {
    if (USUAL_SPLIT.equals(a.split()) != USUAL_SPLIT.equals(b.split())) {
      return USUAL_SPLIT.equals(a.split());
    }
    if (a.models().size() != b.models().size()) {
      return a.models().size() > b.models().size();
    }
    return manner(a).compareTo(manner(b)) < 0;
  }

  private static String manner(ComparisonResult comparison) {
    return comparison.adapterMethod()
        + "\n"
        + comparison.shots()
        + "\n"
        + comparison.metric()
        + "\n"
        + comparison.split();
  }
}
