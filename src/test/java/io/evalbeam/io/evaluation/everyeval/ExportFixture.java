package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.MainMetric;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.ModelIdentity;
import io.evalbeam.schemas.evaluation.Perturbation;
import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.evaluation.TextStatus;
import io.evalbeam.schemas.run.StagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A small run of invented questions: two trials, two splits with sub-splits, a perturbation, a
 * response without the main metric, texts beyond ASCII and bookkeeping beside the scores.
 */
final class ExportFixture {
  static final String MAIN = "exact_match";
  static final String OTHER_SCORE = "f1_score";
  static final String BOOKKEEPING = "num_output_tokens";
  static final RunOutcome OUTCOME = new RunOutcome(1, true, 3);

  private static final List<String> METRICS = List.of(MAIN, OTHER_SCORE, BOOKKEEPING);
  private static final Perturbation TYPOS = new Perturbation("typos", true, false);

  private ExportFixture() {}

  static EvaluationRun run() {
    return run("rivers:subject=tributaries,model=acme_toy-1", "acme/toy-1", "Acme");
  }

  static EvaluationRun run(String runName, String model, @Nullable String developer) {
    return new EvaluationRun(
        new RunHeader(
            "helm",
            "v1.0.0",
            "v0.9.0",
            "lite",
            runName,
            "rivers",
            "rivers:subject=tributaries",
            "rivers",
            "tributaries",
            List.of(),
            List.of("rivers"),
            model,
            "acme-cloud/toy-1",
            "multiple_choice_joint",
            3,
            0.0,
            16,
            2,
            "5e".repeat(32)),
        "ab".repeat(32),
        new ModelIdentity("toy-1", "toy", developer),
        new MainMetric(MAIN, null, "test", false, true),
        "2026-01-02T03:04:05Z");
  }

  static List<Response> responses() {
    List<Response> responses = new ArrayList<>();
    for (int trial = 0; trial < 2; trial++) {
      responses.add(response("id1", "test", "upper", null, trial, 1.0, 1.0));
      responses.add(response("id2", "test", "lower", null, trial, trial == 0 ? 1.0 : 0.0, 0.25));
      responses.add(response("id2", "test", "lower", TYPOS, trial, 0.0, 0.125));
      responses.add(response("id3", "valid", null, null, trial, 0.0, 0.0));
    }
    responses.add(response("id4", "test", "upper", null, 0, Double.NaN, 0.5));
    return responses;
  }

  private static Response response(
      String id,
      String split,
      @Nullable String subSplit,
      @Nullable Perturbation perturbation,
      int trial,
      double exact,
      double overlap) {
    return new Response(
        id,
        id,
        split,
        subSplit,
        perturbation,
        trial,
        "Which river is “" + id + "”?\n\tTell\u007f 🐟.",
        List.of(new Reference("Líffey", true), new Reference("Lee", false)),
        "  Líffey\n",
        "Líffey",
        TextStatus.AVAILABLE,
        MetricValues.of(METRICS, new double[] {exact, overlap, 4}),
        40L,
        4L,
        0.5,
        "stop",
        false,
        1_760_000_000L + trial);
  }

  static List<CellStatistics> cells() {
    return List.of(
        cell(MAIN, "test", null, null, 2, 1, 0.75, 0.3535533905932738),
        cell(MAIN, "test", "upper", null, 1, 1, 1.0, null),
        cell(MAIN, "test", "lower", null, 1, 0, 0.5, null),
        cell(MAIN, "test", null, "typos", 1, 0, 0.0, null),
        cell(MAIN, "valid", null, null, 1, 0, 0.0, null),
        cell(OTHER_SCORE, "test", null, null, 3, 0, 0.5833333333333334, 0.3818813079129867),
        cell(OTHER_SCORE, "valid", null, null, 0, 1, null, null),
        cell(BOOKKEEPING, "test", null, null, 3, 0, 4.0, 0.0));
  }

  private static CellStatistics cell(
      String metric,
      String split,
      @Nullable String subSplit,
      @Nullable String perturbation,
      long n,
      long missing,
      @Nullable Double mean,
      @Nullable Double sd) {
    EvaluationRun run = run();
    RunHeader header = run.header();
    return new CellStatistics(
        header.source(),
        header.release(),
        header.suite(),
        header.benchmark(),
        header.task(),
        header.datasetName(),
        header.subject(),
        header.groups(),
        run.model().modelId(),
        header.modelName(),
        header.modelDeployment(),
        run.model().family(),
        run.model().developer(),
        header.adapterMethod(),
        header.shots(),
        header.promptSettings(),
        header.runName(),
        run.runHash(),
        metric,
        metric.equals(MAIN),
        null,
        split,
        split.equals("test"),
        subSplit,
        perturbation,
        perturbation != null,
        false,
        n,
        missing,
        2,
        mean,
        sd,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        new byte[0],
        null);
  }

  /** An export that knows the fixture's metrics. */
  static EveryEvalExport export(Path staging) {
    return new EveryEvalExport(
        staging.toString(),
        "every-eval-ever",
        "helm",
        metric -> !metric.equals(BOOKKEEPING),
        metric ->
            metric.equals(MAIN)
                ? Optional.of(new MetricTraits(false, true, 0.0, 1.0))
                : Optional.empty());
  }

  /** Exports the run and publishes its files below a directory. */
  static List<StagedFile> publish(Path staging, Path output) throws IOException {
    try (EveryEvalExport export = export(staging)) {
      return publish(export, run(), output);
    }
  }

  /** Exports a run with the fixture's responses and publishes its files below a directory. */
  static List<StagedFile> publish(EveryEvalExport export, EvaluationRun run, Path output)
      throws IOException {
    export.begin(run);
    for (Response response : responses()) {
      export.add(response);
    }
    List<StagedFile> files = export.finish(cells(), OUTCOME);
    for (StagedFile file : files) {
      Path target = output.resolve(file.target());
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Files.move(Path.of(file.staged()), target);
    }
    return files;
  }

  /** Published files relative to the output, sorted. */
  static List<String> paths(List<StagedFile> files) {
    TreeSet<String> paths = new TreeSet<>();
    files.forEach(f -> paths.add(f.target()));
    return List.copyOf(paths);
  }
}
