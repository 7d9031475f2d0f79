package io.evalbeam.bench.generate.helm;

import java.util.ArrayList;
import java.util.List;

/**
 * Which runs a generated suite has: every model answers all questions of every subject. Subjects
 * differ in size as those of MMLU do, the largest being fifteen times the smallest.
 *
 * @param models number of models
 * @param sizes questions of each subject, both splits together
 * @param seed of everything random
 */
public record HelmPlan(int models, List<Integer> sizes, long seed) {
  /** About what a request takes in all files of a run together. */
  static final long BYTES_PER_REQUEST = 14_900;

  /** About what a run takes besides its requests. */
  static final long BYTES_PER_RUN = 58_000;

  private static final int SUBJECTS = 57;
  private static final int REQUESTS_PER_RUN = 271;
  private static final double SKEW = 15;

  public HelmPlan {
    sizes = List.copyOf(sizes);
  }

  /** A suite of about so many bytes, with at least two models. */
  public static HelmPlan ofBytes(long bytes, long seed) {
    long perRun = REQUESTS_PER_RUN * BYTES_PER_REQUEST + BYTES_PER_RUN;
    long runs = Math.max(2, bytes / perRun);
    int subjects = (int) Math.min(SUBJECTS, Math.max(1, runs / 2));
    int models = (int) Math.max(2, runs / subjects);
    long perModel = bytes / models - subjects * BYTES_PER_RUN;
    return new HelmPlan(models, skewed(subjects, perModel / BYTES_PER_REQUEST), seed);
  }

  /** One run of about so many bytes. */
  public static HelmPlan ofOneRun(long bytes, long seed) {
    int requests = Math.toIntExact((bytes - BYTES_PER_RUN) / BYTES_PER_REQUEST);
    return new HelmPlan(1, List.of(Math.max(2, requests)), seed);
  }

  /** Number of runs. */
  public int runs() {
    return models * sizes.size();
  }

  /** Number of requests of all runs. */
  public long requests() {
    return models * sizes.stream().mapToLong(Integer::longValue).sum();
  }

  private static List<Integer> skewed(int subjects, long requests) {
    double total = 0;
    for (int subject = 0; subject < subjects; subject++) {
      total += weight(subject, subjects);
    }
    List<Integer> sizes = new ArrayList<>();
    for (int subject = 0; subject < subjects; subject++) {
      long size = Math.round(requests * weight(subject, subjects) / total);
      sizes.add(Math.toIntExact(Math.max(2, size)));
    }
    return sizes;
  }

  /** From 1 for most subjects up to the skew for the last. */
  private static double weight(int subject, int subjects) {
    double place = (subject + 1.0) / subjects;
    return StrictMath.pow(SKEW, place * place * place);
  }
}
