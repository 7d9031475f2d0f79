package io.evalbeam.bench.section;

import io.evalbeam.bench.BenchContext;
import io.evalbeam.bench.Programs;
import io.evalbeam.bench.WorkDirectory;
import io.evalbeam.bench.measure.Contender;
import io.evalbeam.bench.measure.Repetitions;
import io.evalbeam.bench.peer.DuckDbScript;
import io.evalbeam.bench.report.Figures;
import io.evalbeam.bench.report.ReportTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ingestion against DuckDB and against a scan of all tokens, at three sizes. */
final class Ingestion implements Section {
  private static final long BYTES = 450_000_000;
  private static final List<Integer> FACTORS = List.of(1, 4, 16);
  private static final double GIGA = 1e9;

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public String title() {
    return "Ingestion of HELM's run directories";
  }

  @Override
  public String measure(BenchContext bench) throws IOException, InterruptedException {
    ReportTable table = ReportTable.ofRuns(2, "data", "program", "wall / DuckDB", "CPU / DuckDB");
    ReportTable costs =
        ReportTable.of(1, "data", "CPU beyond start-up", "per GB", "against the first");
    Double start = startUp(bench);
    Double first = null;
    for (int factor : FACTORS) {
      Path input = HelmData.runs(bench, bench.settings().scaled(factor * BYTES, HelmData.SMALLEST));
      long bytes = WorkDirectory.bytes(input);
      List<Repetitions> all = bench.compare(contenders(bench, input));
      Agreement.ofExtraction(output(bench).resolve("detail"), peer(bench));
      Repetitions duckDb = all.get(1);
      for (Repetitions runs : all) {
        table.run(
            runs,
            Figures.megabytes(bytes),
            runs.name(),
            Figures.ratio(runs.wall(), duckDb.wall()),
            Figures.ratio(runs.cpu(), duckDb.cpu()));
      }
      Double cost = Figures.difference(all.get(0).cpu(), start);
      Double perGigabyte = cost == null ? null : Double.valueOf(cost / (bytes / GIGA));
      first = first == null ? perGigabyte : first;
      costs.row(
          Figures.megabytes(bytes),
          Figures.seconds(cost),
          Figures.seconds(perGigabyte),
          Figures.ratio(perGigabyte, first));
    }
    return INTRODUCTION + table.markdown() + COSTS + costs.markdown();
  }

  private static List<Contender> contenders(BenchContext bench, Path input) throws IOException {
    Programs programs = bench.programs();
    Path own = output(bench);
    Path peer = peer(bench);
    return List.of(
        new Contender(
            "ingest-evals",
            programs.evalbeam(HelmData.ingest(input, own)),
            () -> WorkDirectory.delete(own)),
        new Contender(
            "DuckDB",
            programs.duckDb(DuckDbScript.INGEST, input.resolve("runs"), peer),
            () -> WorkDirectory.delete(peer)),
        new Contender("token scan", programs.tokenScan(input), () -> {}));
  }

  private static Path output(BenchContext bench) throws IOException {
    return bench.work().output("ingested");
  }

  private static Path peer(BenchContext bench) throws IOException {
    return bench.work().output("duckdb.parquet");
  }

  /** Processor time for next to nothing. */
  private static @Nullable Double startUp(BenchContext bench)
      throws IOException, InterruptedException {
    Path input = HelmData.runs(bench, HelmData.SMALLEST);
    Path output = output(bench);
    return bench
        .compare(
            List.of(
                new Contender(
                    "ingest-evals of 1 MB",
                    bench.programs().evalbeam(HelmData.ingest(input, output)),
                    () -> WorkDirectory.delete(output))))
        .get(0)
        .cpu();
  }

  private static final String INTRODUCTION =
      """
      `ingest-evals` writes the detail table, statistics with exact states, the register and issues; it reads and hashes every
      byte and checks the figures that runs state. DuckDB joins and extracts the same columns, texts included, to one Parquet
      file with zstd (`duckdb-ingest.sql`), without hashes, statistics and checks. The token scan parses the same files with
      Jackson on all cores and does nothing with them.

      """;

  private static final String COSTS =
      """

      Cost by size; start-up is the processor time for 1 MB.

      """;
}
