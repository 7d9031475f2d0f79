package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.schemas.evaluation.MetricValues;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scores of a task's responses by metric. A metric has a column of its own; what the standard
 * calls correct is a second metric {@code {metric}:is_correct} where it says something else than
 * whether the score is the best one.
 */
final class MetricColumns {
  private static final String CORRECT = ":is_correct";

  private final List<String> metrics;
  private final ScoreTable table;
  private final BitSet used = new BitSet();
  private final BitSet informative = new BitSet();
  private @Nullable List<String> names;

  MetricColumns(List<AggregateResult> results) {
    metrics = results.stream().map(AggregateResult::metric).distinct().toList();
    table = new ScoreTable(metrics.size());
  }

  /** Keeps the score of a row; false when its response has one of this metric already. */
  boolean put(SampleRow row, @Nullable Double score) {
    int column = metrics.indexOf(row.result().metric());
    boolean correct = row.isCorrect(score);
    if (!table.put(row.key(), column, score, correct)) {
      return false;
    }
    used.set(column);
    if (score != null && correct != row.result().traits().isBest(score)) {
      informative.set(column);
    }
    return true;
  }

  /** The slot of a row's response, -1 when it was taken before or no row of it was put. */
  int take(SampleRow row) {
    return table.take(row.key());
  }

  /** All scores of a response; call when every row was put. */
  MetricValues values(int slot) {
    if (names == null) {
      names = names();
    }
    double[] values = new double[names.size()];
    int position = 0;
    for (int c = used.nextSetBit(0); c >= 0; c = used.nextSetBit(c + 1)) {
      values[position++] = table.score(slot, c);
      if (informative.get(c)) {
        values[position++] = table.correct(slot, c);
      }
    }
    return MetricValues.of(names, values);
  }

  private List<String> names() {
    List<String> all = new ArrayList<>();
    for (int c = used.nextSetBit(0); c >= 0; c = used.nextSetBit(c + 1)) {
      all.add(metrics.get(c));
      if (informative.get(c)) {
        all.add(metrics.get(c) + CORRECT);
      }
    }
    return List.copyOf(all);
  }
}
