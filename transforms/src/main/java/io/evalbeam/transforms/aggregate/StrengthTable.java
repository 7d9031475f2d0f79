package io.evalbeam.transforms.aggregate;

import io.evalbeam.transforms.statistics.BradleyTerry;
import io.evalbeam.transforms.statistics.InstanceOutcomes;
import io.evalbeam.transforms.statistics.PairwiseComparisons;
import io.evalbeam.transforms.statistics.RightAnswers;
import io.evalbeam.transforms.statistics.SandwichErrors;
import io.evalbeam.transforms.statistics.ScoreCovariance;
import io.evalbeam.transforms.statistics.Strength;
import java.util.List;
import java.util.Optional;

/**
 * Bradley-Terry strengths of the models of a benchmark, over the tasks with a known direction.
 * Scores by instance are asked for only where counts of right answers do not say as much.
 */
final class StrengthTable {
  private StrengthTable() {}

  /** Gives the instance scores behind a task. */
  @FunctionalInterface
  interface InstanceScores {
    /** Scores by model of the benchmark, then by instance; NaN where missing. */
    double[][] of(BenchmarkTask task);
  }

  static List<Strength> of(BenchmarkTasks benchmark, InstanceScores scores) {
    PairwiseComparisons comparisons = new PairwiseComparisons(benchmark.models().size());
    for (BenchmarkTask task : benchmark.tasks()) {
      Boolean lower = task.comparison().lowerIsBetter();
      if (lower != null) {
        task.forEachPair(
            (first, second, sums) ->
                comparisons.add(
                    first,
                    second,
                    lower ? sums.greaterB() : sums.greaterA(),
                    lower ? sums.greaterA() : sums.greaterB(),
                    sums.ties()));
      }
    }
    List<Strength> strengths = BradleyTerry.fit(comparisons);
    ScoreCovariance covariance = new ScoreCovariance(strengths);
    for (BenchmarkTask task : benchmark.tasks()) {
      Boolean lower = task.comparison().lowerIsBetter();
      if (lower != null) {
        Optional<RightAnswers> answers = task.rightAnswers();
        if (answers.isPresent()) {
          covariance.add(lower ? answers.get().inverted() : answers.get());
        } else {
          covariance.add(InstanceOutcomes.of(scores.of(task), lower));
        }
      }
    }
    return SandwichErrors.of(strengths, comparisons, covariance);
  }
}
