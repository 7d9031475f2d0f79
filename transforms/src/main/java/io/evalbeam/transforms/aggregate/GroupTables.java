package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.evaluation.GroupScore;
import io.evalbeam.schemas.reference.GroupColumn;
import io.evalbeam.schemas.reference.MetricCatalog;
import io.evalbeam.schemas.reference.MetricGroup;
import io.evalbeam.schemas.reference.MetricInfo;
import io.evalbeam.schemas.reference.ReleaseSchema;
import io.evalbeam.schemas.reference.RunGroup;
import io.evalbeam.transforms.statistics.WinRates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a release: a column is the mean over the runs of a group, weighted by trials, and a
 * row sums up by its mean win rate over the columns. All subjects of MMLU are one column here.
 * Columns of perturbations are not rebuilt.
 */
public final class GroupTables {
  /** Figure of a table that no run scores: the number of instances. */
  private static final String INSTANCES = "num_instances";

  private final String source;
  private final ReleaseSchema schema;
  private final MetricCatalog metrics;
  private final Set<String> wanted = new HashSet<>();
  private final GroupCells cells = new GroupCells();

  /** Empty tables of one benchmark. */
  public GroupTables(String source, ReleaseSchema schema, MetricCatalog metrics) {
    this.source = source;
    this.schema = schema;
    this.metrics = metrics;
    for (RunGroup group : schema.runGroups()) {
      for (MetricGroup table : schema.tables(group)) {
        schema.columns(group, table).forEach(column -> wanted.add(column.metric()));
      }
    }
    wanted.add("exact_match");
  }

  /** Takes a row of statistics, if a table shows it. */
  public void add(ComprehensiveStatistics row) {
    if (row.perturbation() != null || row.mean() == null) {
      return;
    }
    if (wanted.contains(row.metric())) {
      add(row, row.metric(), Objects.requireNonNull(row.meanOfTrials()), row.trials());
    }
    if (row.mainMetric()) {
      add(row, INSTANCES, (double) (row.n() + row.nMissing()), row.trials());
    }
  }

  private void add(ComprehensiveStatistics row, String metric, double value, int trials) {
    BenchmarkModel model =
        new BenchmarkModel(
            row.modelName(),
            row.modelDeployment(),
            row.modelId(),
            row.modelFamily(),
            row.developer());
    for (RunGroup group : schema.countedGroups(row.groups())) {
      cells.add(model, group.name(), metric, row.split(), value, trials, row.runs());
    }
  }

  /** Rows of all tables. */
  public List<GroupScore> rows() {
    List<GroupScore> rows = new ArrayList<>();
    for (RunGroup group : shownGroups()) {
      for (MetricGroup table : schema.tables(group)) {
        rows.addAll(rows(group, table));
      }
    }
    return rows;
  }

  /**
   * Mean win rates of the first table of the first group of groups, which is the release's
   * headline; empty where the release has none.
   */
  SortedMap<BenchmarkModel, Double> headline() {
    SortedMap<BenchmarkModel, Double> rates = new TreeMap<>();
    for (RunGroup group : shownGroups()) {
      for (MetricGroup table : schema.tables(group)) {
        if (!table.aggregates().contains(MetricGroup.Aggregation.WIN_RATE)) {
          continue;
        }
        WinRates winRates = winRates(columns(group, table));
        int i = 0;
        for (BenchmarkModel model : cells.models()) {
          Double rate = winRates.meanRate(i++);
          if (rate != null) {
            rates.put(model, rate);
          }
        }
        return rates;
      }
    }
    return rates;
  }

  /** Groups of groups; where a release has none, every group stands for itself. */
  private List<RunGroup> shownGroups() {
    List<RunGroup> index =
        schema.runGroups().stream().filter(group -> !group.subgroups().isEmpty()).toList();
    return index.isEmpty() ? schema.runGroups() : index;
  }

  private List<GroupScore> rows(RunGroup group, MetricGroup table) {
    List<GroupColumn> columns = columns(group, table);
    WinRates all = winRates(columns);
    boolean ranked = table.aggregates().contains(MetricGroup.Aggregation.WIN_RATE);
    List<GroupScore> rows = new ArrayList<>();
    for (GroupColumn column : columns) {
      WinRates own = winRates(List.of(column));
      int model = 0;
      for (BenchmarkModel name : cells.models()) {
        GroupCells.Cell cell = cells.find(name, column);
        if (cell != null) {
          rows.add(
              row(
                  group,
                  table,
                  column,
                  name,
                  cell,
                  own.meanRate(model),
                  ranked ? all.meanRate(model) : null));
        }
        model++;
      }
    }
    return rows;
  }

  private GroupScore row(
      RunGroup group,
      MetricGroup table,
      GroupColumn column,
      BenchmarkModel model,
      GroupCells.Cell cell,
      @Nullable Double winRate,
      @Nullable Double meanWinRate) {
    return new GroupScore(
        source,
        schema.name(),
        group.name(),
        table.name(),
        column.group().name(),
        column.metric(),
        column.split(),
        model.modelId(),
        model.modelName(),
        model.modelDeployment(),
        model.modelFamily(),
        model.developer(),
        lowerIsBetter(column),
        cell.runs(),
        cell.value(),
        winRate,
        meanWinRate);
  }

  private List<GroupColumn> columns(RunGroup group, MetricGroup table) {
    Set<List<String>> seen = new HashSet<>();
    return schema.columns(group, table).stream()
        .filter(column -> column.perturbation() == null)
        .filter(column -> seen.add(List.of(column.group().name(), column.metric())))
        .toList();
  }

  private WinRates winRates(List<GroupColumn> columns) {
    WinRates rates = new WinRates(cells.models().size());
    for (GroupColumn column : columns) {
      Boolean lower = lowerIsBetter(column);
      if (lower != null) {
        double[] means = new double[cells.models().size()];
        Arrays.fill(means, Double.NaN);
        int model = 0;
        for (BenchmarkModel name : cells.models()) {
          GroupCells.Cell cell = cells.find(name, column);
          means[model++] = cell == null ? Double.NaN : cell.value();
        }
        rates.addColumn(means, lower);
      }
    }
    return rates;
  }

  private @Nullable Boolean lowerIsBetter(GroupColumn column) {
    return metrics.find(column.metric()).map(MetricInfo::lowerIsBetter).orElse(null);
  }
}
