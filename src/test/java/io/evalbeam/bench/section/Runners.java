package io.evalbeam.bench.section;

import io.evalbeam.bench.BenchContext;
import io.evalbeam.bench.WorkDirectory;
import io.evalbeam.bench.measure.Contender;
import io.evalbeam.bench.measure.Repetitions;
import io.evalbeam.bench.report.Figures;
import io.evalbeam.bench.report.ReportTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same work on every runner. */
final class Runners implements Section {
  private static final long BYTES = 450_000_000;

  @Override
  public String name() {
    return "runners";
  }

  @Override
  public String title() {
    return "Runners";
  }

  @Override
  public String measure(BenchContext bench) throws IOException, InterruptedException {
    Path runs = HelmData.runs(bench, bench.settings().scaled(BYTES, HelmData.SMALLEST));
    Path scores = ScoreData.written(bench, ScoreData.fiveMillion(bench));
    Path output = bench.work().output("on-runners");
    ReportTable table = ReportTable.ofRuns(2, "command", "runner", "wall / Direct");
    try (FlinkCluster one = FlinkCluster.up(bench, 1);
        FlinkCluster two = FlinkCluster.up(bench, 2)) {
      List<FlinkCluster> clusters = List.of(one, two);
      for (String[] arguments :
          List.of(HelmData.ingest(runs, output), ScoreData.aggregate(scores, output))) {
        List<Repetitions> all = bench.compare(contenders(bench, arguments, output, clusters));
        for (Repetitions repetitions : all) {
          table.run(
              repetitions,
              arguments[0],
              repetitions.name(),
              Figures.ratio(repetitions.wall(), all.get(0).wall()));
        }
      }
    }
    return INTRODUCTION + table.markdown();
  }

  private static List<Contender> contenders(
      BenchContext bench, String[] arguments, Path output, List<FlinkCluster> clusters)
      throws IOException {
    List<Contender> contenders = new ArrayList<>();
    contenders.add(
        new Contender(
            "Direct", bench.programs().evalbeam(arguments), () -> WorkDirectory.delete(output)));
    List<String> embedded = new ArrayList<>(List.of(arguments));
    embedded.add(1, "@runner-configs/flink-local.args");
    contenders.add(
        new Contender(
            "embedded Flink",
            bench.programs().evalbeam(embedded.toArray(String[]::new)),
            () -> WorkDirectory.delete(output)));
    for (FlinkCluster cluster : clusters) {
      contenders.add(
          new Contender(
              cluster.title(),
              cluster.command(arguments),
              () -> WorkDirectory.delete(output),
              cluster.processes()));
    }
    return contenders;
  }

  private static final String INTRODUCTION =
      """
      Clusters have TaskManagers of one slot (`runner-configs/flink/cluster.sh`); their processor time and memory are those of
      the client, the JobManager and the TaskManagers together. The peaks are those of each process's life, added up. The clusters
      stay up, so the first run on them warms them.

      """;
}
