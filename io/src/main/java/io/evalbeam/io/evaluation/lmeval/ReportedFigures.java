package io.evalbeam.io.evaluation.lmeval;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.io.evaluation.json.SortedJson;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.ReportedStatus;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives the figures a results file states for one run. */
final class ReportedFigures {
  private final FoundRun run;
  private final RunSelector selector;
  private final ResultsFile results;
  private final FileIssues issues;

  ReportedFigures(FoundRun run, RunSelector selector, ResultsFile results, FileIssues issues) {
    this.run = run;
    this.selector = selector;
    this.results = results;
    this.issues = issues;
  }

  void emit(RunSink sink) throws IOException {
    JsonNode result = results.result(selector.name());
    for (FigureKey key : FigureKey.ofAll(result)) {
      if (selector.filter() != null && !key.filter().equals(selector.filter())) {
        continue;
      }
      if (key.metric().equals(FigureKey.BYPASS)) {
        sink.issue(
            issues.info(
                IssueCode.MISSING_SCORE,
                "/results/" + selector.name() + "/" + key.text(),
                result.path(key.text()).asText(),
                "The run only predicted: this number stands for no score."));
        continue;
      }
      sink.reported(score(key, result));
    }
  }

  private ReportedScore score(FigureKey key, JsonNode result) {
    JsonNode value = result.path(key.text());
    ReportedStatus status = status(value);
    return new ReportedScore(
        run.header().source(),
        run.header().benchmark(),
        run.header().runName(),
        run.runHash(),
        results.file().name(),
        null,
        run.header().modelName(),
        selector.name(),
        results.version(selector.name()),
        key.metric(),
        key.filter(),
        selector.filter() == null,
        status,
        status == ReportedStatus.OK ? Double.valueOf(value.doubleValue()) : null,
        SortedJson.text(value),
        key.standardError(result),
        instances(key, result),
        results.lowerIsBetter(selector.name(), key.metric()),
        null,
        0);
  }

  private static ReportedStatus status(JsonNode value) {
    if (value.isNumber()) {
      return Double.isFinite(value.doubleValue()) ? ReportedStatus.OK : ReportedStatus.NON_FINITE;
    }
    return value.isNull() || value.asText().equals("N/A")
        ? ReportedStatus.MISSING
        : ReportedStatus.NON_NUMERIC;
  }

  /**
   * Instances behind a figure. A group's sample_len counts all its tasks, also those without the
   * metric, so only sample_count tells.
   */
  private @Nullable Long instances(FigureKey key, JsonNode result) {
    JsonNode counted = result.path("sample_count").path(key.text());
    if (counted.isIntegralNumber()) {
      return counted.longValue();
    }
    return selector.filter() == null ? null : results.effectiveSamples(selector.name());
  }
}
