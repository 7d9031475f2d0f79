package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.ComparedModel;
import io.evalbeam.schemas.evaluation.ComparisonResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tasks and models of one benchmark. A task that was asked in several manners (adapter methods,
 * numbers of demonstrations) counts in the one with the most models, so that nothing counts twice.
 * Where no release says which split is published, {@value #USUAL_SPLIT} is taken, else the one with
 * the most models; splits are never mixed.
 *
 * @param benchmark benchmark
 * @param models in the order of names and deployments
 * @param tasks in the order of keys
 */
record BenchmarkTasks(String benchmark, List<BenchmarkModel> models, List<BenchmarkTask> tasks) {
  private static final String USUAL_SPLIT = "test";

  /**
   * Tasks of every benchmark.
   *
   * @param comparisons of all benchmarks, in any order
   */
  static List<BenchmarkTasks> of(List<ComparisonResult> comparisons, SplitChoice split) {
    SortedMap<String, SortedMap<String, ComparisonResult>> byBenchmark = new TreeMap<>();
    for (ComparisonResult comparison : comparisons) {
      if (split.takes(comparison)) {
        byBenchmark
            .computeIfAbsent(comparison.benchmark(), name -> new TreeMap<>())
            .merge(
                comparison.task() + "\n" + comparison.subSplit(),
                comparison,
                BenchmarkTasks::better);
      }
    }
    List<BenchmarkTasks> result = new ArrayList<>();
    byBenchmark.forEach((name, tasks) -> result.add(of(name, List.copyOf(tasks.values()))));
    return result;
  }

  private static BenchmarkTasks of(String benchmark, List<ComparisonResult> comparisons) {
    TreeSet<BenchmarkModel> models = new TreeSet<>();
    for (ComparisonResult comparison : comparisons) {
      for (ComparedModel model : comparison.models()) {
        models.add(BenchmarkModel.of(model));
      }
    }
    List<BenchmarkModel> ordered = List.copyOf(models);
    return new BenchmarkTasks(
        benchmark,
        ordered,
        comparisons.stream().map(comparison -> BenchmarkTask.of(comparison, ordered)).toList());
  }

  private static ComparisonResult better(ComparisonResult a, ComparisonResult b) {
    if (USUAL_SPLIT.equals(a.split()) != USUAL_SPLIT.equals(b.split())) {
      return USUAL_SPLIT.equals(a.split()) ? a : b;
    }
    if (a.models().size() != b.models().size()) {
      return a.models().size() > b.models().size() ? a : b;
    }
    return manner(a).compareTo(manner(b)) <= 0 ? a : b;
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
