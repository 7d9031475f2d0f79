package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.ComparedModel;
import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.evaluation.NamedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tasks and models of one benchmark, as far as they count.
 *
 * @param benchmark benchmark
 * @param models in the order of names and deployments
 * @param tasks in the order of keys
 */
record BenchmarkTasks(String benchmark, List<BenchmarkModel> models, List<BenchmarkTask> tasks) {
  /**
   * Tasks of every benchmark.
   *
   * @param comparisons of all benchmarks, in any order
   */
  static List<BenchmarkTasks> of(List<ComparisonResult> comparisons, SplitChoice split) {
    SortedMap<String, List<ComparisonResult>> byBenchmark = new TreeMap<>();
    for (ComparisonResult comparison : comparisons) {
      byBenchmark
          .computeIfAbsent(comparison.benchmark(), name -> new ArrayList<>())
          .add(comparison);
    }
    List<BenchmarkTasks> result = new ArrayList<>();
    byBenchmark.forEach(
        (name, all) -> {
          List<ComparisonResult> counted = CountedManner.choose(all, own -> own, split);
          if (!counted.isEmpty()) {
            result.add(of(name, counted));
          }
        });
    return result;
  }

  /** Positions of the models. */
  Map<NamedModel, Integer> positions() {
    Map<NamedModel, Integer> positions = new HashMap<>();
    models.forEach(model -> positions.put(model.named(), positions.size()));
    return positions;
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
}
