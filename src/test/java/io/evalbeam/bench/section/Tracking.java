package io.evalbeam.bench.section;

import io.evalbeam.bench.BenchContext;
import io.evalbeam.bench.WorkDirectory;
import io.evalbeam.bench.measure.Contender;
import io.evalbeam.bench.measure.Repetitions;
import io.evalbeam.bench.report.Figures;
import io.evalbeam.bench.report.ReportTable;
import io.evalbeam.testing.SyntheticLeaderboards;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The tracking of models at three sizes. */
final class Tracking implements Section {
  private static final List<Long> ROWS = List.of(10_000L, 100_000L, 1_000_000L);
  private static final int SOURCES = 4;
  private static final int ROWS_PER_MODEL = 5;
  private static final long SEED = 17;
  private static final long LEAST_ROWS = 100;
  private static final double THOUSAND = 1e3;

  @Override
  public String name() {
    return "track";
  }

  @Override
  public String title() {
    return "Tracking of models";
  }

  @Override
  public String measure(BenchContext bench) throws IOException, InterruptedException {
    ReportTable table = ReportTable.ofRuns(1, "rows", "CPU for 1,000 rows");
    for (long wanted : ROWS) {
      long rows = bench.settings().scaled(wanted, LEAST_ROWS);
      Path sources = sources(bench, rows);
      Path output = bench.work().output("tracked");
      Repetitions runs =
          bench
              .compare(
                  List.of(
                      new Contender(
                          "track-models of " + rows + " rows",
                          bench
                              .programs()
                              .evalbeam(
                                  "track-models",
                                  "--sources=" + sources,
                                  "--output=" + output,
                                  "--asOf=2026-05-01"),
                          () -> WorkDirectory.delete(output))))
              .get(0);
      Double cpu = runs.cpu();
      table.run(
          runs,
          Figures.count(rows),
          Figures.seconds(cpu == null ? null : Double.valueOf(cpu / (rows / THOUSAND))));
    }
    return table.markdown();
  }

  private static Path sources(BenchContext bench, long rows) throws IOException {
    SyntheticLeaderboards boards =
        new SyntheticLeaderboards(
            Math.toIntExact(rows / ROWS_PER_MODEL), SOURCES, Math.toIntExact(rows / SOURCES), SEED);
    return bench
        .work()
        .data("leaderboards-" + rows, directory -> boards.writeTo(directory))
        .resolve("sources.yaml");
  }
}
