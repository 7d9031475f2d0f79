package io.evalbeam.bench.section;

import io.evalbeam.bench.BenchContext;
import io.evalbeam.bench.WorkDirectory;
import io.evalbeam.bench.generate.ScorePlan;
import io.evalbeam.bench.measure.CommandLine;
import io.evalbeam.bench.measure.Contender;
import io.evalbeam.bench.measure.Repetitions;
import io.evalbeam.bench.report.Figures;
import io.evalbeam.bench.report.ReportTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What one new shard costs when many are known, against computing everything again. */
final class OneShardMore implements Section {
  private static final List<Integer> KNOWN = List.of(10, 100, 1_000);
  private static final int RUNS_PER_SHARD = 10;
  private static final int TASKS_OF_MODELS = 100;

  @Override
  public String name() {
    return "incremental";
  }

  @Override
  public String title() {
    return "One new shard";
  }

  @Override
  public String measure(BenchContext bench) throws IOException, InterruptedException {
    ReportTable table = ReportTable.ofRuns(3, "known shards", "new shard", "work");
    ReportTable shares =
        ReportTable.of(
            2,
            "known shards",
            "new shard",
            "one more: CPU",
            "rebuild: CPU",
            "share of the rebuild");
    for (int known : KNOWN) {
      for (ScorePlan.Order order : ScorePlan.Order.values()) {
        String of = order.name().toLowerCase(Locale.ROOT);
        List<Repetitions> all = bench.compare(contenders(bench, known, order));
        for (Repetitions runs : all) {
          table.run(runs, Figures.count(known), of, runs.name());
        }
        Double start = all.get(0).cpu();
        Double more = Figures.difference(all.get(1).cpu(), start);
        Double rebuild = Figures.difference(all.get(2).cpu(), start);
        shares.row(
            Figures.count(known),
            of,
            Figures.seconds(more),
            Figures.seconds(rebuild),
            Figures.percent(more, rebuild));
      }
    }
    return INTRODUCTION + table.markdown() + SHARES + shares.markdown();
  }

  private static List<Contender> contenders(BenchContext bench, int known, ScorePlan.Order order)
      throws IOException, InterruptedException {
    Path before = ScoreData.written(bench, plan(bench, known, order));
    Path after = ScoreData.written(bench, plan(bench, known + 1, order));
    Path stateBefore = state(bench, before, "state-before");
    Path stateAfter = state(bench, after, "state-after");
    Path output = bench.work().output("aggregated");
    CommandLine command = bench.programs().evalbeam(ScoreData.aggregate(after, output));
    return List.of(
        new Contender("nothing", command, () -> WorkDirectory.replace(output, stateAfter)),
        new Contender("one more", command, () -> WorkDirectory.replace(output, stateBefore)),
        new Contender("rebuild", command, () -> WorkDirectory.delete(output)));
  }

  /** Output of an aggregation to begin with. */
  private static Path state(BenchContext bench, Path input, String name)
      throws IOException, InterruptedException {
    Path output = bench.work().output(name);
    WorkDirectory.delete(output);
    bench.run(bench.programs().evalbeam(ScoreData.aggregate(input, output)));
    return output;
  }

  /** A shard holds ten models of one task, or one model of ten tasks. */
  private static ScorePlan plan(BenchContext bench, int shards, ScorePlan.Order order) {
    int runs = shards * RUNS_PER_SHARD;
    int most = KNOWN.get(KNOWN.size() - 1) + 1;
    int models = (most * RUNS_PER_SHARD + TASKS_OF_MODELS - 1) / TASKS_OF_MODELS;
    return new ScorePlan(
        order == ScorePlan.Order.TASK ? most : TASKS_OF_MODELS,
        order == ScorePlan.Order.TASK ? RUNS_PER_SHARD : models,
        Math.toIntExact(bench.settings().scaled(500, 5)),
        shards,
        runs,
        order,
        ScoreData.SEED);
  }

  private static final String INTRODUCTION =
      """
      A new shard holds 10 runs of 500 rows (times the scale): ten models of a new task, or one model's answers to ten known
      tasks. Nothing: the same command when all shards are known.

      """;

  private static final String SHARES =
      """

      Processor time beyond that of the run with nothing to do.

      """;
}
