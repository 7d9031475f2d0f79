package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of all results files of a report. Files are found by the names in a summary's table,
 * where commas are blanks: names from data are looked up, never opened.
 */
final class ResultsFigures {
  private static final int MAX_ERROR = 2_048;

  private final RunSink sink;
  private final RunIssues issues;
  private final ScoreRows rows;
  private final Map<String, Figures> byName = new TreeMap<>();

  private record Figures(String file, ResultsFile results) {}

  /**
   * A figure at full precision.
   *
   * @param file name inside the stamp directory
   */
  record Figure(String file, ModelDataset about, String metric, double value) {}

  private ResultsFigures(FoundRun run, RunSink sink) {
    this.sink = sink;
    this.issues = new RunIssues(run.location(), sink::issue);
    this.rows = new ScoreRows(run);
  }

  /** Reads all results files of a report and says what is wrong with them. */
  static ResultsFigures read(FoundRun run, RunSink sink) throws IOException, DamagedRunException {
    ResultsFigures figures = new ResultsFigures(run, sink);
    for (RunFile file : run.files()) {
      if (file.name().startsWith(StampLayout.RESULTS)) {
        figures.add(file);
      }
    }
    return figures;
  }

  private void add(RunFile file) throws IOException, DamagedRunException {
    ResultsFile results = ResultsReader.figures(file);
    ModelDataset about = about(file.name(), Set.of());
    new FileFaults(issues, rows, sink).report(file.name(), about, results.end());
    if (results.judge()) {
      issues.info(
          IssueCode.JUDGE_FILE,
          file.name(),
          "",
          "",
          "All keys are indexes: a judge's conversation, which holds no results.");
      return;
    }
    String error = results.error();
    if (error != null) {
      issues.warning(IssueCode.EVALUATOR_ERROR, file.name(), "/error", error, cut(error));
    }
    byName.put(SummaryText.cellText(file.name()), new Figures(file.name(), results));
  }

  /** The figure behind a cell; null when no results file holds it. */
  @Nullable Figure figure(String model, SummaryTable.Row row) {
    Figures figures = of(model, row.dataset());
    String metric = row.metric();
    Double value = figures == null || metric == null ? null : figures.results().metric(metric);
    return figures == null || metric == null || value == null
        ? null
        : new Figure(figures.file(), new ModelDataset(model, row.dataset()), metric, value);
  }

  private @Nullable Figures of(String model, String dataset) {
    return byName.get(SummaryText.cellText(new ModelDataset(model, dataset).resultsName()));
  }

  /** The evaluator's error for names of a table, at most 2 KB; null if there is none. */
  @Nullable String error(String model, String dataset) {
    Figures figures = of(model, dataset);
    String error = figures == null ? null : figures.results().error();
    return error == null ? null : cut(error);
  }

  /** Reports the figures of the files that a table does not list. */
  void reportAllBut(Optional<SummaryTable> table) throws IOException {
    Set<String> models = new HashSet<>();
    Set<String> listed = new HashSet<>();
    table.ifPresent(
        t -> {
          models.addAll(t.models());
          listed.addAll(t.resultsNames());
        });
    for (Map.Entry<String, Figures> entry : byName.entrySet()) {
      if (listed.contains(entry.getKey())) {
        continue;
      }
      Figures figures = entry.getValue();
      ModelDataset about = about(figures.file(), models);
      for (Map.Entry<String, Double> metric : figures.results().metrics().entrySet()) {
        sink.reported(rows.figure(figures.file(), about, metric.getKey(), metric.getValue()));
      }
    }
  }

  private static ModelDataset about(String file, Set<String> models) {
    String path =
        file.substring(StampLayout.RESULTS.length(), file.length() - StampLayout.JSON.length());
    // A run's results files lie below a model's folder, or they would not be among its files.
    return ModelDataset.of(path, models, dataset -> true).orElseThrow();
  }

  private static String cut(String error) {
    return error.length() <= MAX_ERROR ? error : error.substring(0, MAX_ERROR);
  }
}
