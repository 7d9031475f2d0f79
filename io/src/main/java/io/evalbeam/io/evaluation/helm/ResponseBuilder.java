package io.evalbeam.io.evaluation.helm;

import io.evalbeam.io.evaluation.helm.RequestState.Completion;
import io.evalbeam.io.evaluation.json.Unicode;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.TextStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes responses of rows and requests. The output is the answer with the highest logprob, blanks
 * kept; token counts of several requests for one key are their rounded mean.
 */
final class ResponseBuilder {
  private final ScoreTable table;
  private final OutputMapping mapping;
  private final Findings findings;
  private final int promptTokens;
  private final int outputTokens;
  private final int completionTokens;
  private final int runtime;

  /** A builder for scores that were read to the end. */
  ResponseBuilder(ScoreTable table, OutputMapping mapping, Findings findings) {
    this.table = table;
    this.mapping = mapping;
    this.findings = findings;
    this.promptTokens = table.names().known("num_prompt_tokens");
    this.outputTokens = table.names().known("num_output_tokens");
    this.completionTokens = table.names().known("num_completion_tokens");
    this.runtime = table.names().known("inference_runtime");
  }

  /** Response of a key that has scores and no request. */
  Response fromScores(int row) {
    Condition condition = table.conditionOf(row);
    return response(
        row,
        table.keys().id(row),
        condition.split(),
        condition.subSplit(),
        Texts.none(TextStatus.MISSING),
        null,
        null,
        null,
        true);
  }

  /**
   * Response of a key that has a request.
   *
   * @param scored whether it has scores too
   */
  Response fromRequest(int row, RequestState request, boolean scored) {
    Completion answer = request.best();
    String split = request.split();
    String subSplit = request.subSplit();
    if (split == null && scored) {
      split = table.conditionOf(row).split();
      subSplit = table.conditionOf(row).subSplit();
    }
    return response(
        row,
        request.instanceId(),
        split,
        subSplit,
        texts(row, request, answer),
        answer == null ? null : answer.finishReason(),
        request.promptTruncated(),
        request.requestedAt(),
        scored);
  }

  private Response response(
      int row,
      String id,
      @Nullable String split,
      @Nullable String subSplit,
      Texts texts,
      @Nullable String finishReason,
      @Nullable Boolean promptTruncated,
      @Nullable Long requestedAt,
      boolean scored) {
    KeyTable keys = table.keys();
    Long output = tokens(row, outputTokens);
    return new Response(
        id,
        keys.instance(row),
        split,
        subSplit,
        table.perturbations().published(keys.perturbation(row)),
        keys.trial(row),
        texts.question,
        texts.references,
        texts.output,
        texts.mapped,
        texts.status,
        scored ? table.values(row) : MetricValues.NONE,
        tokens(row, promptTokens),
        output == null ? tokens(row, completionTokens) : output,
        table.value(row, runtime),
        finishReason,
        promptTruncated,
        requestedAt);
  }

  private @Nullable Long tokens(int row, int metric) {
    Double value = table.value(row, metric);
    return value == null ? null : Long.valueOf(Math.round(value));
  }

  private Texts texts(int row, RequestState request, @Nullable Completion answer) {
    String output = answer == null ? null : answer.text();
    TextStatus status = Placeholders.status(request, output);
    if (status != TextStatus.AVAILABLE) {
      return Texts.none(status);
    }
    return new Texts(
        repair(row, request.question()),
        repair(row, request.references()),
        repair(row, output),
        repair(row, mapped(request, output)),
        status);
  }

  private @Nullable String mapped(RequestState request, @Nullable String output) {
    Integer index = request.referenceIndex();
    if (index != null) {
      return index < request.references().size() ? request.references().get(index).text() : null;
    }
    return output == null ? null : mapping.map(request.outputMapping(), output);
  }

  private List<Reference> repair(int row, List<Reference> references) {
    List<Reference> repaired = new ArrayList<>(references.size());
    for (Reference reference : references) {
      String text = repaired(row, reference.text());
      repaired.add(
          text.equals(reference.text()) ? reference : new Reference(text, reference.correct()));
    }
    return repaired;
  }

  private @Nullable String repair(int row, @Nullable String text) {
    return text == null ? null : repaired(row, text);
  }

  private String repaired(int row, String text) {
    String repaired = Unicode.repair(text);
    if (!repaired.equals(text)) {
      findings.note(Finding.REPAIRED_TEXT, HelmFile.SCENARIO_STATE, table.describe(row), repaired);
    }
    return repaired;
  }

  private record Texts(
      @Nullable String question,
      List<Reference> references,
      @Nullable String output,
      @Nullable String mapped,
      TextStatus status) {

    static Texts none(TextStatus status) {
      return new Texts(null, List.of(), null, null, status);
    }
  }
}
