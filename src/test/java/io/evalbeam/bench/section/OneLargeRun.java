package io.evalbeam.bench.section;

import io.evalbeam.bench.BenchContext;
import io.evalbeam.bench.Programs;
import io.evalbeam.bench.WorkDirectory;
import io.evalbeam.bench.measure.Contender;
import io.evalbeam.bench.measure.Repetitions;
import io.evalbeam.bench.report.Figures;
import io.evalbeam.bench.report.ReportTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Whether a run far larger than the heap can be read. */
final class OneLargeRun implements Section {
  private static final long BYTES = 785_000_000;
  private static final List<String> SMALL_HEAP = List.of("-Xmx512m");

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String title() {
    return "One run larger than the heap";
  }

  @Override
  public String measure(BenchContext bench) throws IOException, InterruptedException {
    Path input = HelmData.oneRun(bench, bench.settings().scaled(BYTES, HelmData.SMALLEST));
    Path output = bench.work().output("ingested");
    String[] arguments = HelmData.ingest(input, output);
    Programs programs = bench.programs();
    List<Contender> contenders =
        List.of(
            new Contender(
                "-Xmx512m",
                programs.evalbeam(SMALL_HEAP, arguments),
                () -> WorkDirectory.delete(output)),
            new Contender(
                "as recommended",
                programs.evalbeam(arguments),
                () -> WorkDirectory.delete(output)));
    ReportTable table = ReportTable.ofRuns(2, "data", "ingest-evals with");
    for (Repetitions runs : bench.compare(contenders)) {
      table.run(runs, Figures.megabytes(WorkDirectory.bytes(input)), runs.name());
    }
    return "A run is read by one thread, so this takes longer by the byte than many runs.\n\n"
        + table.markdown();
  }
}
