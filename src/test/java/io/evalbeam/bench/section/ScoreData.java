package io.evalbeam.bench.section;

import io.evalbeam.bench.BenchContext;
import io.evalbeam.bench.generate.ScorePlan;
import io.evalbeam.bench.generate.WriteScores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Generated output of ingestion and the command that reads it. */
final class ScoreData {
  static final long SEED = 1;

  private ScoreData() {}

  /** 5,000,000 rows in 100 shards. */
  static ScorePlan fiveMillion(BenchContext bench) {
    return plan(100, 50, bench.settings().scaled(1_000, 5), 100);
  }

  /** 50,000,000 rows in 200 shards. */
  static ScorePlan fiftyMillion(BenchContext bench) {
    return plan(200, 50, bench.settings().scaled(5_000, 5), 200);
  }

  private static ScorePlan plan(int tasks, int models, long instances, int shards) {
    return new ScorePlan(
        tasks,
        models,
        Math.toIntExact(instances),
        shards,
        tasks * models,
        ScorePlan.Order.TASK,
        SEED);
  }

  /** What ingestion would have written. */
  static Path written(BenchContext bench, ScorePlan plan) throws IOException {
    String name =
        String.format(
            Locale.ROOT,
            "scores-%d-tasks-%d-models-%d-instances-%d-shards-%d-runs-%s",
            plan.tasks(),
            plan.models(),
            plan.instances(),
            plan.shards(),
            plan.runs(),
            plan.order().name().toLowerCase(Locale.ROOT));
    return bench
        .work()
        .data(
            name,
            directory -> {
              BenchContext.progress("generating " + name);
              WriteScores.write(plan, directory, Runtime.getRuntime().availableProcessors());
            });
  }

  /** Arguments of {@code aggregate-stats}. */
  static String[] aggregate(Path input, Path output, String... more) {
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of(
            "aggregate-stats",
            "--source=" + WriteScores.SOURCE,
            "--asOf=2026-05-02",
            "--input=" + input,
            "--output=" + output));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }
}
