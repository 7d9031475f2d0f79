package io.evalbeam.bench.section;

import io.evalbeam.bench.BenchContext;
import io.evalbeam.bench.Programs;
import io.evalbeam.bench.WorkDirectory;
import io.evalbeam.bench.measure.Contender;
import io.evalbeam.bench.measure.Repetitions;
import io.evalbeam.bench.report.ReportTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the smallest commands take. */
final class StartUp implements Section {
  @Override
  public String name() {
    return "startup";
  }

  @Override
  public String title() {
    return "Start-up";
  }

  @Override
  public String measure(BenchContext bench) throws IOException, InterruptedException {
    Programs programs = bench.programs();
    Path output = bench.work().output("demo");
    List<Contender> contenders =
        List.of(
            new Contender("java -version", programs.virtualMachine(), () -> {}),
            new Contender("help", programs.evalbeam("help"), () -> {}),
            new Contender(
                "demo",
                programs.evalbeam("demo", "--output=" + output),
                () -> WorkDirectory.delete(output)));
    ReportTable table = ReportTable.ofRuns(1, "command");
    for (Repetitions runs : bench.compare(contenders)) {
      table.run(runs, runs.name());
    }
    WorkDirectory.delete(output);
    return table.markdown();
  }
}
