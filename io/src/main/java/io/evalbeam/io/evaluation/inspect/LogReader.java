package io.evalbeam.io.evaluation.inspect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.io.evaluation.json.SortedJson;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.table.Sha256;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Gives the samples of a log as they pass, and compares with its header at the end. */
final class LogReader implements LogVisitor {
  private final LogHeader log = new LogHeader();
  private final SampleResponses responses = new SampleResponses();
  private final Map<String, String> seen = new HashMap<>();
  private final FileIssues issues;
  private final RunSink sink;
  private long completed;
  private long failed;
  private long repeated;
  private long rejected;
  private long withoutAttachments;

  LogReader(FileIssues issues, RunSink sink) {
    this.issues = issues;
    this.sink = sink;
  }

  @Override
  public void field(String name, JsonParser value) throws IOException {
    log.add(name, value);
  }

  @Override
  public void sample(String location, JsonParser value) throws IOException {
    if (value.currentToken() != JsonToken.START_OBJECT) {
      value.skipChildren();
      reject(IssueCode.TYPE_UNEXPECTED, location, "", "A sample is an object.");
      return;
    }
    Sample sample = Sample.read(value);
    if (!sample.isIdentified()) {
      reject(IssueCode.RUN_UNIDENTIFIED, location, "", "A sample has an id and an epoch from 1.");
      return;
    }
    String hash = Sha256.of(SortedJson.of(sample.fields())).substring(0, 16);
    String earlier = seen.putIfAbsent(sample.epoch() + "\n" + sample.id(), hash);
    if (earlier == null) {
      emit(sample, location);
    } else if (earlier.equals(hash)) {
      repeated++;
    } else {
      reject(
          IssueCode.DUPLICATE_CONFLICT,
          location,
          "id " + sample.id() + ", epoch " + sample.epoch(),
          "An earlier sample of this id and epoch says something else and counts.");
    }
  }

  private void emit(Sample sample, String location) throws IOException {
    if (sample.failed()) {
      failed++;
    } else {
      completed++;
    }
    withoutAttachments += sample.lacksAttachments() ? 1 : 0;
    sink.response(responses.of(sample, location));
  }

  private void reject(IssueCode code, String location, String excerpt, String detail) {
    rejected++;
    sink.issue(issues.rejected(code, location, excerpt, detail));
  }

  /** Reports what the log as a whole says; call once, after the last part. */
  RunOutcome finish(FoundRun run) throws IOException {
    reportStatus();
    reportSamples();
    responses.scorers().forEach(this::reportFaults);
    ReportedMetrics.emit(run, log, sink);
    RunChecks checks = new RunChecks(log, issues, sink);
    checks.completed(completed);
    checks.scorers(responses.scorers());
    return checks.outcome(rejected);
  }

  private void reportStatus() {
    if (!log.status().equals("success")) {
      sink.issue(
          issues.warning(
              IssueCode.RUN_INCOMPLETE,
              "/status",
              log.status(),
              "The evaluation did not end with success; its samples are a part of it."));
    }
  }

  private void reportSamples() {
    if (failed > 0) {
      sink.issue(
          issues.warning(
              IssueCode.EVALUATOR_ERROR,
              "/samples",
              "",
              failed + " samples ended with an error and have no scores."));
    }
    if (repeated > 0) {
      sink.issue(
          issues.info(
              IssueCode.DUPLICATE_CONFLICT,
              "/samples",
              "",
              repeated + " samples repeat an earlier one and count once."));
    }
    if (withoutAttachments > 0) {
      sink.issue(
          issues.warning(
              IssueCode.TEXTS_MISSING,
              "/samples",
              "",
              withoutAttachments + " samples refer to attachments that do not follow them."));
    }
  }

  private void reportFaults(String scorer, ScorerValues values) {
    ScorerValues.Fault first = values.firstFault();
    if (first != null) {
      sink.issue(
          issues.warning(
              first.code(),
              first.location() + "/scores/" + scorer,
              first.excerpt(),
              "This is no number and no grade C, P, I or N; so it is in "
                  + values.faults()
                  + " samples. The score is missing there."));
    }
  }
}
