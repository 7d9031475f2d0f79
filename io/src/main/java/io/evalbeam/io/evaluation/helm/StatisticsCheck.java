package io.evalbeam.io.evaluation.helm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the figures a run states about itself with the means of its scores. Figures that have no
 * counterpart among the scores, such as perplexity over all tokens, are not compared.
 *
 * @param comparisons number of figures compared
 * @param mismatches number of figures that differ
 */
record StatisticsCheck(long comparisons, long mismatches) {

  static StatisticsCheck run(List<RunStatistic> statistics, ScoreTable table, Findings findings) {
    long comparisons = 0;
    long mismatches = 0;
    for (RunStatistic statistic : statistics) {
      Condition.TrialSums sums = counterpart(statistic, table);
      Double stated = statistic.mean();
      if (sums == null || !sums.isComparable() || (stated == null && statistic.count() > 0)) {
        continue;
      }
      comparisons++;
      double found = sums.mean();
      if (sums.trials() != statistic.count()
          || (stated != null && !Closeness.isClose(stated, found))) {
        mismatches++;
        findings.note(
            Finding.MEAN_DIFFERS,
            HelmFile.STATS,
            describe(statistic),
            "stated " + stated + ", recomputed " + (sums.trials() == 0 ? "nothing" : found));
      }
    }
    return new StatisticsCheck(comparisons, mismatches);
  }

  /** Whether all figures agree; null when there was nothing to compare. */
  @Nullable Boolean verified() {
    return comparisons == 0 ? null : Boolean.valueOf(mismatches == 0);
  }

  private static Condition.@Nullable TrialSums counterpart(
      RunStatistic statistic, ScoreTable table) {
    int metric = table.names().known(statistic.metric());
    int perturbation = table.perturbations().numberOf(statistic.perturbation());
    for (Condition condition : table.conditions()) {
      if (condition.is(statistic.split(), statistic.subSplit(), perturbation)) {
        return condition.known(metric);
      }
    }
    return null;
  }

  private static String describe(RunStatistic statistic) {
    StringBuilder text = new StringBuilder(statistic.metric());
    append(text, "split", statistic.split());
    append(text, "sub-split", statistic.subSplit());
    append(text, "perturbation", statistic.perturbation());
    return text.toString();
  }

  private static void append(StringBuilder text, String label, @Nullable String value) {
    if (value != null) {
      text.append(", ").append(label).append(' ').append(value);
    }
  }
}
