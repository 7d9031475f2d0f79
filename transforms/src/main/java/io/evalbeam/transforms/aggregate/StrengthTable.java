package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.NamedModel;
import io.evalbeam.transforms.evaluation.PairSums;
import io.evalbeam.transforms.statistics.BradleyTerry;
import io.evalbeam.transforms.statistics.InstanceOutcomes;
import io.evalbeam.transforms.statistics.PairwiseComparisons;
import io.evalbeam.transforms.statistics.SandwichErrors;
import io.evalbeam.transforms.statistics.ScoreCovariance;
import io.evalbeam.transforms.statistics.Strength;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Bradley-Terry strengths of the models of a benchmark, over the tasks with a known direction.
 * Scores by instance are asked for only where totals do not say as much: they do unless a model has
 * no strength, or too many sets of models answered the instances of a task.
 */
final class StrengthTable {
  private final BenchmarkTasks benchmark;
  private final SumsOverTasks sums;
  private final Map<NamedModel, Integer> positions;

  private StrengthTable(BenchmarkTasks benchmark, SumsOverTasks sums) {
    this.benchmark = benchmark;
    this.sums = sums;
    this.positions = benchmark.positions();
  }

  /** Gives the instance scores behind a task. */
  @FunctionalInterface
  interface InstanceScores {
    /** Scores by model of the benchmark, then by instance; NaN where missing. */
    double[][] of(BenchmarkTask task);
  }

  static List<Strength> of(BenchmarkTasks benchmark, SumsOverTasks sums, InstanceScores scores) {
    StrengthTable table = new StrengthTable(benchmark, sums);
    PairwiseComparisons comparisons = table.comparisons();
    List<Strength> strengths = BradleyTerry.fit(comparisons);
    return SandwichErrors.of(strengths, comparisons, table.covariance(strengths, scores));
  }

  private PairwiseComparisons comparisons() {
    PairwiseComparisons comparisons = new PairwiseComparisons(positions.size());
    for (boolean lower : new boolean[] {false, true}) {
      sums.forEachPair(
          lower,
          (first, second, total) -> {
            PairSums pair = total.sums();
            comparisons.add(
                position(first),
                position(second),
                lower ? pair.greaterB() : pair.greaterA(),
                lower ? pair.greaterA() : pair.greaterB(),
                pair.ties());
          });
    }
    return comparisons;
  }

  private ScoreCovariance covariance(List<Strength> strengths, InstanceScores scores) {
    ScoreCovariance covariance = new ScoreCovariance(strengths);
    boolean totals =
        sums.wins().keySet().stream()
            .flatMap(List::stream)
            .allMatch(model -> covariance.isFitted(position(model)));
    if (totals) {
      sums.wins()
          .forEach(
              (models, wins) ->
                  covariance.add(wins, models.stream().mapToInt(this::position).toArray()));
    }
    for (BenchmarkTask task : benchmark.tasks()) {
      Boolean lower = task.comparison().lowerIsBetter();
      if (lower != null && !(totals && task.comparison().winsTotalled())) {
        covariance.add(InstanceOutcomes.of(scores.of(task), lower));
      }
    }
    return covariance;
  }

  private int position(NamedModel model) {
    return Objects.requireNonNull(positions.get(model), "totals of a model without tasks");
  }
}
