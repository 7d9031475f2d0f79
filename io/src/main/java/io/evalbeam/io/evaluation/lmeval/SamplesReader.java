package io.evalbeam.io.evaluation.lmeval;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.io.evaluation.json.JsonLines;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.HashingInput;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Streams the lines of one filter. Lines that cannot be read count to the filter of the line before
 * them, since lines of a filter follow each other; lines of a filter that the task does not have
 * are rejected by its first filter. So every line is accounted for by exactly one run.
 */
final class SamplesReader {
  private final RunFile file;
  private final String filter;
  private final List<String> filters;
  private final RunSink sink;
  private final FileIssues issues;
  private final LineMetrics metrics;
  private final LineResponses responses;
  private final LineHashes hashes = new LineHashes();
  private final SeenDocuments seen = new SeenDocuments();
  private final RunChecks checks;
  private String currentFilter;
  private long documents;
  private long rejected;
  private long repeated;

  SamplesReader(FoundRun run, String task, String filter, ResultsFile results, RunSink sink) {
    this.file = run.files().get(1);
    this.filter = filter;
    this.filters = results.filters(task);
    this.sink = sink;
    this.issues = FileIssues.of(run.location(), file.name());
    this.metrics = new LineMetrics(results, task);
    this.responses = new LineResponses(results.config(task));
    this.checks = new RunChecks(results, task, filter, issues, sink);
    this.currentFilter = filters.get(0);
  }

  RunOutcome read() throws IOException, DamagedRunException {
    try (HashingInput in = new HashingInput(BeamFiles.open(file.path()))) {
      JsonLines lines = new JsonLines(in, LmEvalJson.MAX_LINE_BYTES);
      for (JsonLines.Line line = lines.next(); line != null; line = lines.next()) {
        accept(line);
      }
      issues.requireUnchanged(file.sha256(), in.sha256());
    }
    if (repeated > 0) {
      sink.issue(
          issues.info(
              IssueCode.DUPLICATE_CONFLICT,
              "filter " + filter,
              "",
              repeated + " lines repeat an earlier line and count once."));
    }
    metrics.reportUnusable(issues, sink);
    checks.figures(metrics);
    checks.documents(documents);
    checks.hashes(hashes);
    return checks.outcome(rejected);
  }

  private void accept(JsonLines.Line line) throws IOException {
    SampleLine sample = parse(line);
    if (sample == null) {
      return;
    }
    String stated = sample.text("filter");
    currentFilter = stated == null ? filters.get(0) : stated;
    String documentHash = LineHashes.ofDocument(sample);
    SeenDocuments.Verdict verdict = seen.add(currentFilter, sample.documentId(), line);
    if (verdict != SeenDocuments.Verdict.REPEATED) {
      hashes.add(sample, line.number(), documentHash);
    }
    if (!isMine()) {
      return;
    }
    if (!filters.contains(currentFilter)) {
      reject(line, IssueCode.RUN_UNIDENTIFIED, currentFilter, "The task has no such filter.");
      return;
    }
    switch (verdict) {
      case NEW -> emit(sample, line.number(), documentHash);
      case REPEATED -> repeated++;
      case CONFLICTING ->
          reject(
              line,
              IssueCode.DUPLICATE_CONFLICT,
              "doc_id " + sample.documentId(),
              "An earlier line of this document and filter says something else and counts.");
    }
  }

  private void emit(SampleLine sample, long number, @Nullable String documentHash)
      throws IOException {
    documents++;
    String stated = sample.text("doc_hash");
    sink.response(
        responses.of(sample, metrics.of(sample, number), stated == null ? documentHash : stated));
  }

  /** Null when the line is empty or was rejected. */
  private @Nullable SampleLine parse(JsonLines.Line line) throws IOException {
    if (line.length() == 0) {
      return null;
    }
    if (line.tooLong()) {
      reject(
          line,
          IssueCode.LIMIT_EXCEEDED,
          "",
          "A line has at most " + LmEvalJson.MAX_LINE_BYTES + " bytes.");
      return null;
    }
    String text;
    try {
      text = LmEvalJson.decode(line.bytes(), line.length());
    } catch (CharacterCodingException e) {
      reject(line, IssueCode.PARSE_ERROR, "", "The line is not UTF-8 text.");
      return null;
    }
    try {
      SampleLine sample = SampleLine.parse(text);
      if (sample == null) {
        reject(line, IssueCode.TYPE_UNEXPECTED, text, "A line is one object with a doc_id.");
      }
      return sample;
    } catch (JsonProcessingException e) {
      reject(line, IssueCode.PARSE_ERROR, text, "No JSON: " + e.getOriginalMessage());
      return null;
    }
  }

  private void reject(JsonLines.Line line, IssueCode code, String excerpt, String detail) {
    if (isMine()) {
      rejected++;
      sink.issue(issues.rejected(code, "line " + line.number(), excerpt, detail));
    }
  }

  private boolean isMine() {
    return filters.contains(currentFilter)
        ? currentFilter.equals(filter)
        : filter.equals(filters.get(0));
  }
}
