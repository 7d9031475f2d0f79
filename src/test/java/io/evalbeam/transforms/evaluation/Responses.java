package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.MainMetric;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.ModelIdentity;
import io.evalbeam.schemas.evaluation.Perturbation;
import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.evaluation.TextStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs and responses with invented content. */
final class Responses {
  static final List<String> METRICS = List.of("exact_match", "f1_score", "num_output_tokens");

  private Responses() {}

  static EvaluationRun run(@Nullable MainMetric mainMetric) {
    RunHeader header =
        new RunHeader(
            "helm",
            "v1",
            "v1.2",
            "lite",
            "rivers:model=acme_one",
            "rivers.Scenario",
            "rivers:length=long",
            "rivers",
            null,
            List.of(),
            List.of("rivers"),
            "acme/one",
            null,
            "generation",
            0,
            0.0,
            20,
            1,
            "settings");
    return new EvaluationRun(
        header,
        "hash",
        new ModelIdentity("acme-one", "one", "Acme"),
        mainMetric,
        "2025-01-01T00:00:00Z");
  }

  static Response response(String key, int trial, double... values) {
    return response(key, "test", null, trial, values);
  }

  static Response response(
      String key,
      @Nullable String split,
      @Nullable Perturbation perturbation,
      int trial,
      double... values) {
    return response(
        key,
        split,
        perturbation,
        trial,
        "Which river passes " + key + "?",
        TextStatus.AVAILABLE,
        values);
  }

  static Response response(
      String key,
      @Nullable String split,
      @Nullable Perturbation perturbation,
      int trial,
      @Nullable String question,
      TextStatus status,
      double... values) {
    return new Response(
        key,
        key,
        split,
        null,
        perturbation,
        trial,
        question,
        List.of(new Reference("Rhine", true), new Reference("Rhone", false)),
        "Rhine",
        null,
        status,
        MetricValues.of(METRICS, values),
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
