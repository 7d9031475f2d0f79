package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.math.ExactSum;
import java.util.Arrays;

/**
 * Number and exact sum of the scores of each trial of a cell, in the order of trials. Mutable while
 * it is filled.
 */
final class TrialSums {
  private int size;
  private int[] trials = new int[1];
  private long[] counts = new long[1];
  private ExactSum[] sums = new ExactSum[1];

  void add(int trial, double score) {
    int position = positionOf(trial);
    counts[position]++;
    sums[position].add(score);
  }

  void add(TrialSums other) {
    for (int i = 0; i < other.size; i++) {
      int position = positionOf(other.trials[i]);
      counts[position] += other.counts[i];
      sums[position].add(other.sums[i]);
    }
  }

  /** Number of trials with at least one score. */
  int size() {
    return size;
  }

  /**
   * Mean over trials of the mean over instances, each mean rounded once; NaN without scores, or
   * when a sum is beyond the range of doubles.
   */
  double meanOfMeans() {
    double[] means = new double[size];
    for (int i = 0; i < size; i++) {
      means[i] = sums[i].value() / counts[i];
      if (Double.isInfinite(means[i])) {
        return Double.NaN;
      }
    }
    return size == 0 ? Double.NaN : TrialMean.of(means, size);
  }

  void write(ByteWriter out) {
    out.putNumber(size);
    for (int i = 0; i < size; i++) {
      out.putNumber(trials[i]);
      out.putNumber(counts[i]);
      out.putBlob(sums[i].toBytes());
    }
  }

  static TrialSums read(ByteReader in) {
    TrialSums result = new TrialSums();
    int size = in.readCount();
    for (int i = 0; i < size; i++) {
      int trial = in.readNumber(Integer.MAX_VALUE);
      ByteReader.check(i == 0 || trial > result.trials[i - 1], "trials are out of order");
      int position = result.positionOf(trial);
      result.counts[position] = in.readNumber();
      ByteReader.check(result.counts[position] > 0, "a trial has no scores");
      result.sums[position] = ExactSum.fromBytes(in.readBlob());
    }
    return result;
  }

  /** Where a trial is, after making room for it. */
  private int positionOf(int trial) {
    int position = Arrays.binarySearch(trials, 0, size, trial);
    if (position >= 0) {
      return position;
    }
    int place = -position - 1;
    if (size == trials.length) {
      trials = Arrays.copyOf(trials, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
      sums = Arrays.copyOf(sums, 2 * size);
    }
    System.arraycopy(trials, place, trials, place + 1, size - place);
    System.arraycopy(counts, place, counts, place + 1, size - place);
    System.arraycopy(sums, place, sums, place + 1, size - place);
    trials[place] = trial;
    counts[place] = 0;
    sums[place] = new ExactSum();
    size++;
    return place;
  }
}
