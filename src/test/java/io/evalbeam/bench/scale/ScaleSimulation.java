package io.evalbeam.bench.scale;

import io.evalbeam.pipelines.evaluation.aggregate.TaskBuckets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The steps of both commands as tasks with lengths, from the plan of a workload and unit costs.
 *
 * @param workload what is evaluated
 * @param costs measured figures
 */
record ScaleSimulation(Workload workload, UnitCosts costs) {
  private static final double MEGABYTE = 1e6;

  /**
   * Work that can be divided into tasks and no further.
   *
   * @param name what is done
   * @param seconds CPU seconds of each task, in the order in which they start
   */
  record Step(String name, List<Double> seconds) {
    Step {
      seconds = List.copyOf(seconds);
    }

    double total() {
      return seconds.stream().mapToDouble(task -> task).sum();
    }

    double longest() {
      return seconds.stream().mapToDouble(task -> task).max().orElse(0);
    }

    /** Cores beyond which the longest task alone decides. */
    double usefulCores() {
      return total() / longest();
    }

    /** Tasks with anything to do. */
    long tasks() {
      return seconds.stream().filter(task -> task > 0).count();
    }
  }

  /** Steps in the order in which one waits for the other. */
  List<Step> steps() {
    return List.of(writeParts(), readShards(), compareInBuckets(), publish());
  }

  double rawBytes() {
    return workload.responses() * costs.value("raw_bytes_per_response");
  }

  /** Scores by instance and rows of cells, which the shuffle by task moves. */
  double statisticsBytes() {
    return workload.responses() * costs.value("statistics_bytes_per_score");
  }

  /** Rows of pairs that are published, of tasks and overall. */
  double pairRows() {
    return (double) workload.pairs() + workload.pairsPerTask();
  }

  private Step writeParts() {
    return new Step(
        "ingest: write parts",
        workload.parts(costs.value("raw_bytes_per_response")).stream()
            .map(bytes -> bytes / MEGABYTE * costs.ingestSecondsPerMegabyte())
            .toList());
  }

  /** Shards are read in batches; a task of the bucket step then has the rows of whole tasks. */
  private Step readShards() {
    int shards = workload.parts(costs.value("raw_bytes_per_response")).size();
    int batches = Math.min(TaskBuckets.READERS, shards);
    double each = workload.responses() * costs.secondsPerScore() / batches;
    return new Step("aggregate: read shards", Collections.nCopies(batches, each));
  }

  private Step compareInBuckets() {
    // Rows of a task's pairs are finished where the task is compared.
    double task = workload.pairsPerTask() * costs.secondsPerPair();
    return new Step(
        "aggregate: compare in buckets",
        Arrays.stream(workload.tasksByBucket()).mapToObj(tasks -> tasks * task).toList());
  }

  /** One worker compares each pair once more over all tasks; adding up totals is not counted. */
  private Step publish() {
    return new Step(
        "aggregate: publish", List.of(workload.pairsPerTask() * costs.secondsPerOverallPair()));
  }
}
