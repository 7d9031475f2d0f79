package io.evalbeam.matrix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that together publish tables from one input into one output. */
public enum Job {
  /** Leaderboards to curated estimates. People edit curated tables, so one refresh reads them. */
  MODELS(
      """
      collect-models --sources={input}/sources.yaml
      estimate-flops --rowsPerShard=1000
      """,
      """
      curate-models
      evaluate-estimates --input={input}/curated_compute.csv
      """),

  /** Runs of one format in many parts, with most of what can happen to a run. */
  RUNS(
      """
      ingest-evals --format=helm --benchmark=coast --input={input} --partBytes=60000 \
      --also=every-eval-ever --maxIssueRatio=1
      aggregate-stats --source=helm --gradedInterval=BOOTSTRAP --allowShrink=true
      """,
      ""),

  /** Runs of every format. */
  FORMATS(
      """
      ingest-evals --format=helm --benchmark=lite --input={input}/helm
      ingest-evals --format=lm-eval --source=others --benchmark=lm --input={input}/lm-eval
      ingest-evals --format=opencompass --source=others --benchmark=oc --input={input}/opencompass
      ingest-evals --format=inspect --source=others --benchmark=logs --input={input}/inspect
      ingest-evals --format=every-eval-ever --source=others --benchmark=eee \
      --input={input}/every-eval-ever
      aggregate-stats --source=helm
      aggregate-stats --source=others
      """,
      "");

  private final String everyStep;
  private final String afterTheLast;

  Job(String everyStep, String afterTheLast) {
    this.everyStep = everyStep;
    this.afterTheLast = afterTheLast;
  }

  /**
   * Input of the job.
   *
   * @param folder for files it prepares
   * @param scale factor on its size
   */
  Inputs inputs(Path folder, int scale) throws IOException {
    return switch (this) {
      case MODELS -> ModelSources.prepare(folder, scale);
      case RUNS -> new GeneratedRuns(scale);
      case FORMATS -> BundledRuns.read();
    };
  }

  /** Whether a cell belongs to the short matrix: with many commands a step, only a few steps do. */
  boolean isShort(Cell cell) {
    return this != FORMATS || cell.steps() == 2;
  }

  /** Command lines of a step, without the options of a cell. */
  List<List<String>> commands(Path input, Path output, boolean last) {
    String lines = last ? everyStep + afterTheLast : everyStep;
    return lines.lines().map(line -> words(line, input, output)).toList();
  }

  private static List<String> words(String line, Path input, Path output) {
    List<String> words = new ArrayList<>();
    for (String word : line.split(" ", -1)) {
      words.add(word.replace("{input}", input.toString()));
    }
    words.add("--output=" + output);
    words.add("--asOf=2026-01-01");
    return words;
  }

  /** Tables that this cell may give in other files or with other places in their rows. */
  List<RowTable> rowTables(Cell cell) {
    return this == MODELS ? List.of() : RowTable.ofEvaluations(cell);
  }
}
