package io.evalbeam.bench.generate;

import io.evalbeam.bench.Arguments;
import io.evalbeam.pipelines.evaluation.ingest.GeneratedIngest;
import io.evalbeam.schemas.evaluation.FoundRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes what {@code ingest-evals} would have written for runs of any number, for {@code
 * aggregate-stats --source=generated --input=DIR}.
 *
 * <pre>
 * --output=DIR --tasks=200 --models=50 --instances=5000 --shards=200     50,000,000 rows
 * --runs=N           only the first N of the tasks x models runs
 * --order=TASK       or MODEL: which runs lie together in a shard
 * --seed=1 --threads=2
 * </pre>
 */
public final class WriteScores {
  /** Collection that the scores belong to. */
  public static final String SOURCE = ScoreRuns.SOURCE;

  private WriteScores() {}

  /** Writes the output that the options describe. */
  public static void main(String[] arguments) throws IOException {
    Arguments options =
        Arguments.of(
            Set.of(
                "output",
                "tasks",
                "models",
                "instances",
                "shards",
                "runs",
                "order",
                "seed",
                "threads"),
            arguments);
    int tasks = options.integer("tasks", 200);
    int models = options.integer("models", 50);
    write(
        new ScorePlan(
            tasks,
            models,
            options.integer("instances", 5_000),
            options.integer("shards", 200),
            options.integer("runs", Math.multiplyExact(tasks, models)),
            ScorePlan.Order.valueOf(options.text("order", "TASK")),
            options.number("seed", 1)),
        options.path("output"),
        options.integer("threads", Runtime.getRuntime().availableProcessors()));
  }

  /** Writes the output of a plan. */
  public static void write(ScorePlan plan, Path output, int threads) throws IOException {
    ScoreRuns runs = new ScoreRuns(plan);
    List<List<FoundRun>> parts = new ArrayList<>();
    for (int shard = 0; shard < plan.shards(); shard++) {
      parts.add(plan.shard(shard).stream().map(runs::run).toList());
    }
    new GeneratedIngest(ScoreRuns.SOURCE, ScoreRuns.BENCHMARK, () -> new ScoreFormat(plan))
        .write(output.toString(), parts, threads);
  }
}
