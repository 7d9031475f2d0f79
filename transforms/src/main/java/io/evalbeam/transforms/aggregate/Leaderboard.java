package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.schemas.math.ExactMoments;
import io.evalbeam.transforms.statistics.Heterogeneity;
import io.evalbeam.transforms.statistics.MeanEstimate;
import io.evalbeam.transforms.statistics.NormalDistribution;
import io.evalbeam.transforms.statistics.PooledMean;
import io.evalbeam.transforms.statistics.RankInterval;
import io.evalbeam.transforms.statistics.Strength;
import io.evalbeam.transforms.statistics.StrengthStatus;
import io.evalbeam.transforms.statistics.TaskSummary;
import io.evalbeam.transforms.statistics.WinRates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Models of one benchmark: scores over all tasks, comparisons, ranks. */
final class Leaderboard {
  private static final double Z = NormalDistribution.quantile(0.975);

  private final String source;
  private final String splits;
  private final BenchmarkTasks benchmark;
  private final PairTable pairs;
  private final List<Strength> strengths;
  private final SortedMap<BenchmarkModel, Double> groupWinRates;
  private final int[] outliers;
  private final WinRates winRates;
  private final @Nullable Boolean lowerIsBetter;

  /**
   * Computes a leaderboard.
   *
   * @param splits which split counts
   * @param pairs over all tasks
   * @param groupWinRates mean win rates of the release's headline; empty if it has none
   * @param outliers outlying cells by model
   */
  Leaderboard(
      String source,
      String splits,
      BenchmarkTasks benchmark,
      PairTable pairs,
      List<Strength> strengths,
      SortedMap<BenchmarkModel, Double> groupWinRates,
      int[] outliers) {
    this.source = source;
    this.splits = splits;
    this.benchmark = benchmark;
    this.pairs = pairs;
    this.strengths = strengths;
    this.groupWinRates = groupWinRates;
    this.outliers = outliers;
    this.winRates = winRates(benchmark);
    this.lowerIsBetter = commonDirection(benchmark);
  }

  /** One row a model. */
  List<ModelStatistics> rows() {
    List<PooledMean> means = new ArrayList<>();
    for (int model = 0; model < benchmark.models().size(); model++) {
      means.add(PooledMean.of(summaries(model)));
    }
    List<RankInterval> ranks = RankInterval.of(pairs.significantlyBetter());
    List<ModelStatistics> rows = new ArrayList<>();
    for (int model = 0; model < means.size(); model++) {
      rows.add(row(model, means, ranks.get(model)));
    }
    return rows;
  }

  private static WinRates winRates(BenchmarkTasks benchmark) {
    WinRates rates = new WinRates(benchmark.models().size());
    for (BenchmarkTask task : benchmark.tasks()) {
      Boolean lower = task.comparison().lowerIsBetter();
      if (lower != null) {
        rates.addColumn(task.means(), lower);
      }
    }
    return rates;
  }

  private ModelStatistics row(int model, List<PooledMean> means, RankInterval ranks) {
    BenchmarkModel name = benchmark.models().get(model);
    PooledMean mean = means.get(model);
    Double macro = mean.macroMean();
    Double seMacro = mean.macroError();
    Strength strength = strengths.get(model);
    Double log = strength.logStrength();
    Double logError = strength.standardError();
    Heterogeneity heterogeneity = Heterogeneity.of(estimates(model));
    boolean ranked = lowerIsBetter != null && macro != null;
    return new ModelStatistics(
        source,
        benchmark.benchmark(),
        name.modelId(),
        name.modelName(),
        name.modelDeployment(),
        name.modelFamily(),
        name.developer(),
        splits,
        mean.tasks(),
        benchmark.tasks().size() - mean.tasks(),
        mean.pooled().n(),
        missing(model),
        macro,
        seMacro,
        macro == null || seMacro == null ? null : Double.valueOf(macro - Z * seMacro),
        macro == null || seMacro == null ? null : Double.valueOf(macro + Z * seMacro),
        mean.pooled().mean(),
        mean.pooled().standardError(),
        mean.clusteredError(),
        winRates.meanRate(model),
        groupWinRates.get(name),
        log,
        logError,
        log == null || logError == null ? null : Double.valueOf(log - Z * logError),
        log == null || logError == null ? null : Double.valueOf(log + Z * logError),
        strength.status() == StrengthStatus.FITTED
            ? null
            : strength.status().name().toLowerCase(Locale.ROOT),
        ranked && macro != null ? Integer.valueOf(rank(macro, means)) : null,
        ranked ? Integer.valueOf(ranks.best()) : null,
        ranked ? Integer.valueOf(ranks.worst() - unscored(means)) : null,
        heterogeneity == null ? null : Double.valueOf(heterogeneity.q()),
        heterogeneity == null ? null : Double.valueOf(heterogeneity.shareBetween()),
        heterogeneity == null ? null : heterogeneity.varianceBetween(),
        heterogeneity == null ? null : Double.valueOf(heterogeneity.p()),
        outliers[model]);
  }

  /** Models without a score have no rank that others could be pushed down by. */
  private static int unscored(List<PooledMean> means) {
    return (int) means.stream().filter(mean -> mean.macroMean() == null).count();
  }

  private int rank(Double macro, List<PooledMean> means) {
    int better = 0;
    for (PooledMean other : means) {
      Double mean = other.macroMean();
      if (mean != null) {
        better += (Boolean.TRUE.equals(lowerIsBetter) ? mean < macro : mean > macro) ? 1 : 0;
      }
    }
    return 1 + better;
  }

  private List<TaskSummary> summaries(int model) {
    List<TaskSummary> summaries = new ArrayList<>();
    for (BenchmarkTask task : benchmark.tasks()) {
      ExactMoments moments = task.moments(model);
      if (moments != null) {
        summaries.add(new TaskSummary(moments));
      }
    }
    return summaries;
  }

  private List<MeanEstimate> estimates(int model) {
    return summaries(model).stream().map(summary -> MeanEstimate.of(summary.moments())).toList();
  }

  private long missing(int model) {
    return benchmark.tasks().stream().mapToLong(task -> task.missing(model)).sum();
  }

  /** The direction all tasks have; null if one is unknown or they disagree. */
  private static @Nullable Boolean commonDirection(BenchmarkTasks benchmark) {
    List<@Nullable Boolean> directions = new ArrayList<>();
    for (BenchmarkTask task : benchmark.tasks()) {
      Boolean lower = task.comparison().lowerIsBetter();
      if (!directions.contains(lower)) {
        directions.add(lower);
      }
    }
    return directions.size() == 1 ? directions.get(0) : null;
  }
}
