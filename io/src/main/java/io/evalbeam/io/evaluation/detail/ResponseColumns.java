package io.evalbeam.io.evaluation.detail;

import io.evalbeam.schemas.evaluation.EvaluationIds;
import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.MainMetric;
import io.evalbeam.schemas.evaluation.MainScore;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.Perturbation;
import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.TextStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** The columns of one response of a run. */
final class ResponseColumns {
  private static final int LETTERS = 26;
  private static final long MILLIS = 1_000;

  private final EvaluationIds ids;
  private final @Nullable MainMetric main;
  private final Map<String, Binary> metricNames = new HashMap<>();

  ResponseColumns(EvaluationRun run) {
    this.ids = EvaluationIds.of(run.header());
    this.main = run.mainMetric();
  }

  void writeTo(DetailFields fields, Response response) {
    fields.text(DetailColumn.EVALUATION_ID, ids.id(response));
    writeInstance(fields, response);
    writeTexts(fields, response);
    writeScores(fields, response.metrics());
    fields.number(DetailColumn.PROMPT_TOKENS, response.promptTokens());
    fields.number(DetailColumn.OUTPUT_TOKENS, response.outputTokens());
    fields.real(DetailColumn.RUNTIME_SECONDS, response.runtimeSeconds());
    fields.repeatedText(DetailColumn.FINISH_REASON, response.finishReason());
    fields.truth(DetailColumn.PROMPT_TRUNCATED, response.promptTruncated());
    Long seconds = response.evaluatedAt();
    fields.number(
        DetailColumn.EVALUATED_AT,
        seconds == null ? null : Long.valueOf(Math.multiplyExact(seconds, MILLIS)));
  }

  private static void writeInstance(DetailFields fields, Response response) {
    fields.text(DetailColumn.INSTANCE_ID, response.instanceId());
    fields.text(DetailColumn.INSTANCE_KEY, response.instanceKey());
    fields.repeatedText(DetailColumn.SPLIT, response.split());
    fields.repeatedText(DetailColumn.SUB_SPLIT, response.subSplit());
    Perturbation perturbation = response.perturbation();
    fields.repeatedText(
        DetailColumn.PERTURBATION, perturbation == null ? null : perturbation.name());
    fields.truth(DetailColumn.ROBUSTNESS, perturbation != null && perturbation.robustness());
    fields.truth(DetailColumn.FAIRNESS, perturbation != null && perturbation.fairness());
    fields.integer(DetailColumn.TRIAL, response.trial());
  }

  private static void writeTexts(DetailFields fields, Response response) {
    fields.text(DetailColumn.RAW_INPUT, response.rawInput());
    List<Reference> references = response.references();
    // Without texts it is not known whether there were references.
    if (!references.isEmpty() || response.textStatus() == TextStatus.AVAILABLE) {
      writeReferences(fields, references);
    }
    fields.text(DetailColumn.OUTPUT, response.output());
    fields.text(DetailColumn.MAPPED_OUTPUT, response.mappedOutput());
    fields.repeatedText(DetailColumn.TEXT_STATUS, response.textStatus().name());
  }

  private static void writeReferences(DetailFields fields, List<Reference> references) {
    fields.structs(
        DetailColumn.REFERENCES,
        references,
        reference -> {
          fields.member("text", 0, DetailFields.binary(reference.text()));
          fields.member("correct", 1, reference.correct());
        });
    fields.texts(
        DetailColumn.GROUND_TRUTH,
        references.stream()
            .filter(Reference::correct)
            .map(reference -> DetailFields.binary(reference.text()))
            .toList());
    fields.repeatedText(DetailColumn.GROUND_TRUTH_LETTER, letter(references));
  }

  private static @Nullable String letter(List<Reference> references) {
    if (references.size() < 2) {
      return null;
    }
    for (int i = 0; i < Math.min(references.size(), LETTERS); i++) {
      if (references.get(i).correct()) {
        return String.valueOf((char) ('A' + i));
      }
    }
    return null;
  }

  private void writeScores(DetailFields fields, MetricValues metrics) {
    String metric = MainScore.metric(main, metrics);
    if (metric != null) {
      fields.text(DetailColumn.METRIC, metricName(metric));
    }
    fields.real(DetailColumn.SCORE, MainScore.score(main, metrics));
    fields.truth(DetailColumn.CORRECT, MainScore.correct(main, metrics));
    fields.metrics(DetailColumn.METRICS, metrics, this::metricName);
  }

  private Binary metricName(String name) {
    return metricNames.computeIfAbsent(name, DetailFields::binary);
  }
}
