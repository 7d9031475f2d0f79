package io.evalbeam.bench.generate.helm;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Exact sums of all metrics over the responses of one split. */
final class SplitTotals {
  private final String split;
  private final long[] sums = new long[HelmMetric.ALL.size()];
  private final @Nullable StatValue[] last = new StatValue[sums.length];
  private long count;

  SplitTotals(String split) {
    this.split = split;
  }

  void add(int metric, StatValue value) {
    sums[metric] = Math.addExact(sums[metric], value.unscaled());
    last[metric] = value;
  }

  /** To be called after the metrics of a response. */
  void endResponse() {
    count++;
  }

  String split() {
    return split;
  }

  long count() {
    return count;
  }

  /** Mean of a metric; null when it has no values. */
  @Nullable BigDecimal mean(int metric) {
    StatValue value = last[metric];
    return value == null || value.kind() == StatValue.Kind.NONE
        ? null
        : value.meanOf(sums[metric], count);
  }

  /** Sum of a metric in its smallest unit. */
  long sum(String metric) {
    for (int i = 0; i < sums.length; i++) {
      if (HelmMetric.ALL.get(i).name().equals(metric)) {
        return sums[i];
      }
    }
    throw new IllegalArgumentException(metric);
  }
}
