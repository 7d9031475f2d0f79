package io.evalbeam.bench.section;

import io.evalbeam.bench.BenchContext;
import io.evalbeam.bench.WorkDirectory;
import io.evalbeam.bench.generate.ScorePlan;
import io.evalbeam.bench.measure.Contender;
import io.evalbeam.bench.measure.Repetitions;
import io.evalbeam.bench.peer.DuckDbScript;
import io.evalbeam.bench.report.Figures;
import io.evalbeam.bench.report.ReportTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A full aggregation against a query over the detail table. */
final class Aggregation implements Section {
  private static final long MOST_ROWS_FOR_PAIRS = 10_000_000;

  @Override
  public String name() {
    return "aggregate";
  }

  @Override
  public String title() {
    return "Full aggregation";
  }

  @Override
  public String measure(BenchContext bench) throws IOException, InterruptedException {
    ReportTable table = ReportTable.ofRuns(2, "rows", "program", "wall / DuckDB", "CPU / DuckDB");
    for (ScorePlan plan : List.of(ScoreData.fiveMillion(bench), ScoreData.fiftyMillion(bench))) {
      Path input = ScoreData.written(bench, plan);
      Path own = bench.work().output("aggregated");
      Path peer = bench.work().output("duckdb.parquet");
      Path pairs = bench.work().output("duckdb-pairs.parquet");
      List<Contender> contenders = new ArrayList<>();
      contenders.add(
          new Contender(
              "aggregate-stats",
              bench.programs().evalbeam(ScoreData.aggregate(input, own)),
              () -> WorkDirectory.delete(own)));
      contenders.add(duckDb(bench, "DuckDB", DuckDbScript.AGGREGATE, input, peer));
      if (plan.rows() <= MOST_ROWS_FOR_PAIRS) {
        contenders.add(duckDb(bench, "DuckDB with pairs", DuckDbScript.PAIRS, input, pairs));
      }
      List<Repetitions> all = bench.compare(contenders);
      Agreement.ofStatistics(own.resolve("statistics"), peer);
      if (contenders.size() > 2) {
        Agreement.ofPairs(own.resolve("statistics"), pairs);
      }
      Repetitions duckDb = all.get(1);
      for (Repetitions runs : all) {
        table.run(
            runs,
            Figures.count(plan.rows()),
            runs.name(),
            Figures.ratio(runs.wall(), duckDb.wall()),
            Figures.ratio(runs.cpu(), duckDb.cpu()));
      }
    }
    return INTRODUCTION + table.markdown();
  }

  private static Contender duckDb(
      BenchContext bench, String name, String script, Path input, Path output) {
    return new Contender(
        name,
        bench.programs().duckDb(script, input.resolve("detail"), output),
        () -> WorkDirectory.delete(output));
  }

  private static final String INTRODUCTION =
      """
      `aggregate-stats` reads the states that lie beside the shards and computes intervals, leaderboards and exact paired tests
      of all models. DuckDB reads the detail table and computes n, mean, standard deviation, smallest and largest score by
      benchmark, data set, subject, model, metric, split and perturbation (`duckdb-aggregate.sql`), nothing else; with pairs, also the
      mean difference, its standard error, wins and losses of every pair of models on every task (`duckdb-pairs.sql`), which at
      50,000,000 rows takes minutes and most of the machine's memory, so it is left out there.

      """;
}
