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
import java.util.List;

/** A full aggregation against a query over the detail table. */
final class Aggregation implements Section {
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
      List<Repetitions> all =
          bench.compare(
              List.of(
                  new Contender(
                      "aggregate-stats",
                      bench.programs().evalbeam(ScoreData.aggregate(input, own)),
                      () -> WorkDirectory.delete(own)),
                  new Contender(
                      "DuckDB",
                      bench
                          .programs()
                          .duckDb(DuckDbScript.AGGREGATE, input.resolve("detail"), peer),
                      () -> WorkDirectory.delete(peer))));
      Agreement.ofStatistics(own.resolve("statistics"), peer);
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

  private static final String INTRODUCTION =
      """
      `aggregate-stats` reads the states that lie beside the shards and computes intervals, leaderboards and exact paired tests
      of all models. DuckDB reads the detail table and computes n, mean, standard deviation, smallest and largest score by
      benchmark, data set, subject, model, metric, split and perturbation (`duckdb-aggregate.sql`), nothing else.

      """;
}
