package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.MainMetric;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.ModelIdentity;
import io.evalbeam.schemas.evaluation.Perturbation;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.evaluation.TextStatus;
import io.evalbeam.schemas.table.Sha256;
import io.evalbeam.transforms.evaluation.RunStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A run with invented answers, and the rows that ingestion writes of it. */
final class AskedRun {
  static final Perturbation TYPOS = new Perturbation("typos", true, false);
  static final Perturbation DIALECT = new Perturbation("dialect", false, true);

  private final String model;
  private final String task;
  private final List<Response> responses = new ArrayList<>();
  private @Nullable String deployment;
  private String settings = "prompt";
  private String method = "generation";
  private String variant = "";
  private List<String> groups = List.of();
  private String metric = "score";
  private @Nullable Boolean lowerIsBetter = false;
  private @Nullable String publishedSplit = "test";
  private String split = "test";
  private @Nullable Perturbation perturbation;
  private int trial;
  private String question = "Which way is ";

  private AskedRun(String model, String task) {
    this.model = model;
    this.task = task;
  }

  static AskedRun of(String model, String task) {
    return new AskedRun(model, task);
  }

  AskedRun deployment(String name) {
    deployment = name;
    return this;
  }

  AskedRun settings(String text) {
    settings = text;
    return this;
  }

  AskedRun method(String name) {
    method = name;
    return this;
  }

  /** Makes another run of the same model and task. */
  AskedRun variant(String name) {
    variant = name;
    return this;
  }

  AskedRun groups(String... names) {
    groups = List.of(names);
    return this;
  }

  AskedRun metric(String name) {
    metric = name;
    return this;
  }

  AskedRun lowerIsBetter(@Nullable Boolean direction) {
    lowerIsBetter = direction;
    return this;
  }

  AskedRun published(@Nullable String name) {
    publishedSplit = name;
    return this;
  }

  /** Split of the scores that follow. */
  AskedRun split(String name) {
    split = name;
    return this;
  }

  /** Perturbation of the scores that follow. */
  AskedRun perturbed(@Nullable Perturbation how) {
    perturbation = how;
    return this;
  }

  /** Trial of the scores that follow. */
  AskedRun trial(int number) {
    trial = number;
    return this;
  }

  /** Start of the questions that follow. */
  AskedRun question(String text) {
    question = text;
    return this;
  }

  /** Scores of instances 0, 1, ...; NaN for an answer without a score. */
  AskedRun scores(double... scores) {
    return scoresFrom(0, scores);
  }

  /** Scores of instances from one on. */
  AskedRun scoresFrom(int first, double... scores) {
    for (int i = 0; i < scores.length; i++) {
      String key = split + (first + i);
      responses.add(
          new Response(
              key,
              key,
              split,
              null,
              perturbation,
              trial,
              question + key + "?",
              List.of(),
              null,
              null,
              TextStatus.AVAILABLE,
              Double.isNaN(scores[i])
                  ? MetricValues.of(List.of("bytes"), new double[] {1})
                  : MetricValues.of(List.of(metric), new double[] {scores[i]}),
              null,
              null,
              null,
              null,
              null,
              null));
    }
    return this;
  }

  /** So many right answers, then so many wrong ones. */
  AskedRun rightAndWrong(int right, int wrong) {
    double[] scores = new double[right + wrong];
    Arrays.fill(scores, 0, right, 1);
    return scores(scores);
  }

  /** Rows of its shard. */
  List<CellStatistics> rows() {
    String runName = task + variant + ":model=" + model + Objects.toString(deployment, "");
    RunHeader header =
        new RunHeader(
            "helm",
            null,
            "v1",
            "coast",
            runName,
            null,
            task,
            task.split(":", 2)[0],
            null,
            List.of(),
            groups,
            model,
            deployment,
            method,
            0,
            null,
            null,
            null,
            Sha256.of(settings));
    EvaluationRun run =
        new EvaluationRun(
            header,
            Sha256.of(runName + settings + method),
            new ModelIdentity("m_same", null, null),
            new MainMetric(metric, null, publishedSplit, lowerIsBetter, false),
            "2026-01-02T03:04:05Z");
    RunStatistics statistics = new RunStatistics(run, name -> false, name -> null);
    responses.forEach(response -> require(statistics.add(response)));
    return statistics.finish();
  }

  private static void require(boolean added) {
    if (!added) {
      throw new IllegalStateException("an answer is there twice");
    }
  }
}
