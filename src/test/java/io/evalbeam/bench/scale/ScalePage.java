package io.evalbeam.bench.scale;

import java.util.List;
import java.util.Locale;

/** The tables of {@code docs/scale.md}. */
final class ScalePage {
  private static final int[] CORES = {10, 1_000};
  private static final int[] MODELS = {50, 500, 2_000, 10_000};
  private static final int TASKS = 10;
  private static final double HEAP_BYTES = 1024.0 * (1 << 20);

  private final UnitCosts costs;
  private final ScaleSimulation largest;

  ScalePage(UnitCosts costs) {
    this.costs = costs;
    this.largest = new ScaleSimulation(new Workload(1_000_000_000L, 100_000, 10_000), costs);
  }

  /** Every table by its heading. */
  List<Section> sections() {
    return List.of(
        new Section("Unit costs", unitCosts()),
        new Section("What is moved", moved()),
        new Section("How long it takes", durations()),
        new Section("Where pairs end", pairs()));
  }

  /** A table and the heading it stands under. */
  record Section(String heading, String table) {}

  private String unitCosts() {
    StringBuilder text = new StringBuilder("| figure | value | unit | from | when |\n");
    text.append("|---|---:|---|---|---|\n");
    for (UnitCosts.Measurement figure : costs.all()) {
      line(
          text,
          "| `%s` | %s | %s | %s | %s |",
          figure.name(),
          number(figure.value()),
          figure.unit(),
          figure.source(),
          figure.when());
    }
    return text.toString();
  }

  private String moved() {
    Workload workload = largest.workload();
    int parts = workload.parts(costs.value("raw_bytes_per_response")).size();
    StringBuilder text = new StringBuilder("| what | amount |\n|---|---:|\n");
    line(
        text, "| raw files, read twice: hashed, then parsed | 2 x %s |", bytes(largest.rawBytes()));
    line(
        text,
        "| detail written, never shuffled | %s |",
        bytes(largest.rawBytes() * costs.value("detail_share")));
    line(text, "| parts planned | %,d |", parts);
    line(
        text,
        "| runs found, shuffled to the one worker that plans | %s |",
        bytes(workload.runs() * costs.value("bytes_per_found_run")));
    line(
        text,
        "| statistics and scores, written, read and shuffled by task | %s |",
        bytes(largest.statisticsBytes()));
    line(text, "| pairs of models in a task | %.2e |", (double) workload.pairsPerTask());
    line(
        text,
        "| state of the pairs, kept between commands | %s |",
        bytes(workload.pairs() * costs.value("state_bytes_per_pair")));
    line(
        text,
        "| rows of pairs, published | %s |",
        bytes(largest.pairRows() * costs.value("row_bytes_per_pair")));
    return text.toString();
  }

  private String durations() {
    StringBuilder text =
        new StringBuilder(
            "| step | tasks | CPU | longest task | on 10 cores | on 1,000 cores | cores of use |\n");
    text.append("|---|---:|---:|---:|---:|---:|---:|\n");
    double[] totals = new double[CORES.length];
    for (ScaleSimulation.Step step : largest.steps()) {
      String[] ends = new String[CORES.length];
      for (int i = 0; i < CORES.length; i++) {
        double seconds = ListSchedule.makespan(step.seconds(), CORES[i]);
        totals[i] += seconds;
        ends[i] = time(seconds);
      }
      line(
          text,
          "| %s | %,d | %s | %s | %s | %s | %,.0f |",
          step.name(),
          step.tasks(),
          time(step.total()),
          time(step.longest()),
          ends[0],
          ends[1],
          step.usefulCores());
    }
    line(text, "| all steps | | | | %s | %s | |", time(totals[0]), time(totals[1]));
    return text.toString();
  }

  private String pairs() {
    StringBuilder text =
        new StringBuilder(
            "| models | pairs a task | state of a task | slowest bucket | publish | pairs in the memory of its worker |\n");
    text.append("|---:|---:|---:|---:|---:|---:|\n");
    for (int models : MODELS) {
      Workload workload = new Workload(1_000L * TASKS * models, models * TASKS, models);
      List<ScaleSimulation.Step> steps = new ScaleSimulation(workload, costs).steps();
      double heap = workload.pairsPerTask() * costs.value("heap_bytes_per_pair");
      line(
          text,
          "| %,d | %,d | %s | %s | %s | %s%s |",
          models,
          workload.pairsPerTask(),
          bytes(workload.pairsPerTask() * costs.value("state_bytes_per_pair")),
          time(steps.get(2).longest()),
          time(steps.get(3).total()),
          bytes(heap),
          heap > HEAP_BYTES ? ", too much" : "");
    }
    return text.toString();
  }

  /** Models at which the pairs of a task fill the heap of the worker that compares them. */
  static int mostModels(UnitCosts costs) {
    int models = 2;
    while (new Workload(0, (models + 1) * TASKS, models + 1).pairsPerTask()
            * costs.value("heap_bytes_per_pair")
        < HEAP_BYTES) {
      models++;
    }
    return models;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : Double.toString(value);
  }

  private static String bytes(double bytes) {
    String[] units = {"B", "KB", "MB", "GB", "TB", "PB"};
    int unit = 0;
    double scaled = bytes;
    while (scaled >= 1_000 && unit < units.length - 1) {
      scaled /= 1_000;
      unit++;
    }
    return String.format(Locale.ROOT, scaled < 10 ? "%.1f %s" : "%.0f %s", scaled, units[unit]);
  }

  private static String time(double seconds) {
    if (seconds < 120) {
      return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
    }
    return seconds < 7_200
        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
        : String.format(Locale.ROOT, "%.1f h", seconds / 3_600);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
