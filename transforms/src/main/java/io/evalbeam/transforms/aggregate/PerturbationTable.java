package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.ComparisonResult;
import io.evalbeam.schemas.evaluation.PerturbationEffect;
import io.evalbeam.schemas.evaluation.PerturbedScores;
import io.evalbeam.schemas.math.ExactMoments;
import io.evalbeam.transforms.statistics.Interval;
import io.evalbeam.transforms.statistics.MeanEstimate;
import io.evalbeam.transforms.statistics.TInterval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What perturbations cost the models of a benchmark: by task, and over all tasks of one metric. */
final class PerturbationTable {
  private final String source;
  private final BenchmarkTasks benchmark;
  private final List<PerturbationEffect> rows = new ArrayList<>();

  private PerturbationTable(String source, BenchmarkTasks benchmark) {
    this.source = source;
    this.benchmark = benchmark;
  }

  static List<PerturbationEffect> rows(String source, BenchmarkTasks benchmark) {
    PerturbationTable table = new PerturbationTable(source, benchmark);
    SortedMap<Key, Sums> overall = new TreeMap<>();
    for (BenchmarkTask task : benchmark.tasks()) {
      ComparisonResult comparison = task.comparison();
      int[] positions = task.modelPositions();
      for (PerturbedScores scores : comparison.perturbed()) {
        int model = positions[scores.model()];
        if (model >= 0) {
          Sums sums = Sums.of(scores);
          Key key =
              new Key(
                  model,
                  comparison.metric(),
                  comparison.split(),
                  comparison.subSplit(),
                  scores.kind(),
                  scores.perturbation(),
                  comparison.lowerIsBetter());
          table.add(comparison.task(), key, sums);
          overall.computeIfAbsent(key, k -> new Sums()).add(sums);
        }
      }
    }
    overall.forEach((key, sums) -> table.add(null, key, sums));
    return table.rows;
  }

  private void add(@Nullable String task, Key key, Sums sums) {
    BenchmarkModel model = benchmark.models().get(key.model());
    MeanEstimate drop = MeanEstimate.of(sums.drop);
    // A loss is positive whichever way scores point.
    double sign = Boolean.TRUE.equals(key.lowerIsBetter()) ? -1 : 1;
    Double mean = drop.mean() == null ? null : Double.valueOf(sign * drop.mean() + 0.0);
    Interval interval = mean == null ? null : TInterval.of(mean, drop.standardError(), drop.n());
    rows.add(
        new PerturbationEffect(
            source,
            benchmark.benchmark(),
            task,
            model.modelId(),
            model.modelName(),
            model.modelDeployment(),
            model.modelFamily(),
            model.developer(),
            key.metric(),
            key.split(),
            key.subSplit(),
            key.kind(),
            key.perturbation(),
            key.lowerIsBetter(),
            sums.original.count(),
            sums.original.mean(),
            sums.perturbed.mean(),
            mean,
            drop.standardError(),
            interval == null ? null : interval.lower(),
            interval == null ? null : interval.upper()));
  }

  private record Key(
      int model,
      String metric,
      @Nullable String split,
      @Nullable String subSplit,
      String kind,
      @Nullable String perturbation,
      @Nullable Boolean lowerIsBetter)
      implements Comparable<Key> {
    private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::model)
            .thenComparing(Key::metric)
            .thenComparing(Key::split, TEXT)
            .thenComparing(Key::subSplit, TEXT)
            .thenComparing(Key::kind)
            .thenComparing(Key::perturbation, TEXT)
            .thenComparing(key -> String.valueOf(key.lowerIsBetter()));

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Sums {
    private final ExactMoments original = new ExactMoments();
    private final ExactMoments perturbed = new ExactMoments();
    private final ExactMoments drop = new ExactMoments();

    static Sums of(PerturbedScores scores) {
      Sums sums = new Sums();
      sums.original.add(ExactMoments.fromBytes(scores.original()));
      sums.perturbed.add(ExactMoments.fromBytes(scores.perturbed()));
      sums.drop.add(ExactMoments.fromBytes(scores.drop()));
      return sums;
    }

    void add(Sums other) {
      original.add(other.original);
      perturbed.add(other.perturbed);
      drop.add(other.drop);
    }
  }
}
