package io.evalbeam.testing;

import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.MainMetric;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.ModelIdentity;
import io.evalbeam.schemas.evaluation.Perturbation;
import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.RunArgument;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.evaluation.TextStatus;
import io.evalbeam.schemas.table.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented evaluation runs and responses. */
public final class EvaluationSamples {
  /** Metrics of the responses. */
  public static final List<String> METRICS = List.of("quasi_exact_match", "exact_match", "bytes");

  private EvaluationSamples() {}

  /** A run that states everything. */
  public static RunHeader header(String runName) {
    return new RunHeader(
        "helm",
        "v1.2.0",
        "v1.1.0",
        "lite",
        runName,
        "birds",
        "birds:subject=terns",
        "birds",
        "terns",
        List.of(new RunArgument("subject", "terns")),
        List.of("birds", "birds_terns"),
        "lab/tern-7b",
        "lab/tern-7b-served",
        "multiple_choice_joint",
        5,
        0.7,
        3,
        2,
        Sha256.of("prompt"));
  }

  /** A run of the task's main metric {@code exact_match}. */
  public static EvaluationRun run(String runName) {
    return new EvaluationRun(
        header(runName),
        Sha256.of(runName),
        new ModelIdentity("m_tern", "tern", "Lab"),
        new MainMetric("exact_match", null, "test", false, true),
        "2026-01-02T03:04:05Z");
  }

  /** A run that states as little as it may, without main metric. */
  public static EvaluationRun sparseRun(String runName) {
    RunHeader header =
        new RunHeader(
            "opencompass",
            null,
            null,
            "own",
            runName,
            null,
            "birds",
            "birds",
            null,
            List.of(),
            List.of(),
            "tern",
            null,
            null,
            null,
            null,
            null,
            null,
            Sha256.of("prompt"));
    return new EvaluationRun(
        header,
        Sha256.of(runName),
        new ModelIdentity("m_tern", null, null),
        null,
        "2026-01-02T03:04:05Z");
  }

  /** A response that states everything. */
  public static Response response(
      String instance, @Nullable Perturbation perturbation, int trial, double score) {
    return new Response(
        instance,
        instance,
        "valid",
        "easy",
        perturbation,
        trial,
        "Which bird is " + instance + "?",
        List.of(new Reference("tern", false), new Reference("auk", true)),
        " B\n",
        "auk",
        TextStatus.AVAILABLE,
        MetricValues.of(METRICS, new double[] {1, score, 4.5}),
        210L,
        1L,
        0.25,
        "stop",
        false,
        1_700_000_000L);
  }

  /** A response that states as little as it may. */
  public static Response sparseResponse(String instance) {
    return new Response(
        instance,
        instance,
        null,
        null,
        null,
        0,
        null,
        List.of(),
        null,
        null,
        TextStatus.ENCRYPTED,
        MetricValues.NONE,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
