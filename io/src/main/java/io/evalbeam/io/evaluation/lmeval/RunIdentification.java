package io.evalbeam.io.evaluation.lmeval;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.io.evaluation.ListedFile;
import io.evalbeam.io.evaluation.RunCandidate;
import io.evalbeam.io.files.Hashes;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.table.Sha256;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the runs of one results file: every task under every filter, and every group. */
final class RunIdentification {
  private final RunCandidate candidate;
  private final ResultsFile results;
  private final RunHeaders headers;
  private final FileIssues issues;
  private final SortedMap<String, RunFile> samples = new TreeMap<>();
  private final List<FoundRun> runs = new ArrayList<>();
  private final List<Issue> found = new ArrayList<>();
  private int rejected;

  RunIdentification(
      RunCandidate candidate, ResultsFile results, IngestScope scope, FileIssues issues) {
    this.candidate = candidate;
    this.results = results;
    this.headers = new RunHeaders(results, scope);
    this.issues = issues;
  }

  IdentifiedRuns identify() throws IOException {
    hashSamples();
    if (!headers.namesModel()) {
      found.add(
          issues.warning(
              IssueCode.NAME_MISSING,
              "/config/model_args",
              headers.modelName(),
              "The arguments name no model; the kind of model stands for it."));
    }
    results.tasks().forEach(this::addTask);
    for (String group : results.groups()) {
      add(headers.group(group), List.of(results.file()), new RunSelector(group, null));
    }
    return new IdentifiedRuns(runs, rejected, 0, found);
  }

  private void hashSamples() throws IOException {
    List<String> tasks = results.tasks();
    for (ListedFile file : candidate.files()) {
      String name = LmEvalFormat.fileName(file);
      LogFileName parsed = LogFileName.parse(name);
      if (parsed == null || parsed.task() == null) {
        continue;
      }
      if (tasks.contains(parsed.task())) {
        samples.put(
            parsed.task(),
            new RunFile(name, file.path(), file.bytes(), Hashes.ofFile(file.path())));
        continue;
      }
      rejected++;
      found.add(
          FileIssues.of(candidate.location(), name)
              .rejected(
                  IssueCode.RUN_UNIDENTIFIED,
                  "",
                  parsed.task(),
                  "The results file of the same time stamp has no such task."));
    }
  }

  private void addTask(String task) {
    RunFile file = samples.get(task);
    List<RunFile> files = file == null ? List.of(results.file()) : List.of(results.file(), file);
    if (file == null) {
      found.add(missingSamples(task));
    }
    for (String filter : results.filters(task)) {
      add(headers.task(task, filter), files, new RunSelector(task, filter));
    }
  }

  /**
   * Samples are logged for all tasks or for none, so one file that is there makes others missed.
   */
  private Issue missingSamples(String task) {
    String detail = "There is no samples file of this task: only its reported scores are read.";
    String place = "/results/" + task;
    return samples.isEmpty()
        ? issues.info(IssueCode.FILE_MISSING, place, task, detail)
        : issues.warning(IssueCode.FILE_MISSING, place, task, detail);
  }

  private void add(RunHeader header, List<RunFile> files, RunSelector selector) {
    // The files are shared by several runs; the selector keeps their hashes apart.
    String hash = Sha256.of(selector.text() + "\n" + FoundRun.hash(files));
    runs.add(
        new FoundRun(
            header, candidate.location(), files, hash, precedence(), null, selector.text()));
  }

  /** The date as text that sorts by time; a run without one gives way to any that has it. */
  private String precedence() {
    JsonNode date = results.root().path("date");
    return date.isNumber() && Double.isFinite(date.doubleValue()) && date.doubleValue() >= 0
        ? String.format(
            Locale.ROOT,
            "%024d",
            BigDecimal.valueOf(date.doubleValue())
                .setScale(6, RoundingMode.HALF_EVEN)
                .unscaledValue())
        : "";
  }
}
