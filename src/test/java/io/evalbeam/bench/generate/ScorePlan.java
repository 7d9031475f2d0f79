package io.evalbeam.bench.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many scores of whom. Each model answers each question of each task once; a task and a model
 * make a run.
 *
 * @param tasks number of tasks
 * @param models number of models
 * @param instances questions of a task
 * @param shards number of parts, of about equal numbers of runs
 * @param runs how many of the tasks x models runs there are, the first ones in the order
 * @param order which runs lie together
 * @param seed of everything random
 */
public record ScorePlan(
    int tasks, int models, int instances, int shards, int runs, Order order, long seed) {

  /** Which runs lie together in a shard. */
  public enum Order {
    /** Runs of a task: what a full ingestion writes. */
    TASK,
    /** Runs of a model: what is written when models are added one after the other. */
    MODEL
  }

  /** A run by its numbers. */
  record Run(int task, int model) {}

  public ScorePlan {
    if (runs < shards || runs > (long) tasks * models) {
      throw new IllegalArgumentException(
          runs + " runs of " + tasks + " tasks and " + models + " models in " + shards + " shards");
    }
  }

  /** All scores. */
  public long rows() {
    return (long) runs * instances;
  }

  /** Runs of a shard, sorted by task and model. */
  List<Run> shard(int shard) {
    List<Run> result = new ArrayList<>();
    long begin = (long) shard * runs / shards;
    long end = (shard + 1L) * runs / shards;
    for (int number = (int) begin; number < end; number++) {
      result.add(run(number));
    }
    result.sort(Comparator.comparingInt(Run::task).thenComparingInt(Run::model));
    return result;
  }

  private Run run(int number) {
    return switch (order) {
      case TASK -> new Run(number / models, number % models);
      case MODEL -> new Run(number % tasks, number / tasks);
    };
  }
}
