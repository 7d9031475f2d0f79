package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.io.evaluation.ListedFile;
import io.evalbeam.io.evaluation.RunCandidate;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the runs of one run directory. */
final class RunIdentification {
  private final RunCandidate candidate;
  private final String evaluationName;
  private final String runId;
  private final IngestScope scope;
  private final List<Issue> issues = new ArrayList<>();
  private final List<FoundRun> runs = new ArrayList<>();

  RunIdentification(RunCandidate candidate, IngestScope scope) {
    String location = candidate.location();
    int end = location.indexOf('/');
    this.candidate = candidate;
    this.scope = scope;
    this.evaluationName = location.substring(0, end);
    this.runId = location.substring(end + 1 + TreeNames.RUN_PREFIX.length());
  }

  IdentifiedRuns identify() throws IOException {
    String evaluation = TreeNames.evaluationId(evaluationName).orElse("");
    if (evaluation.isEmpty()) {
      return stub(
          RunPart.INVALID_EVALUATION,
          evaluationName,
          IssueCode.INVALID_EVAL_ID,
          "The name of the evaluation's directory is no UUID; nothing below it was read.");
    }
    if (!TreeNames.isRunId(runId)) {
      return stub(
          RunPart.INVALID_RUN,
          evaluation,
          IssueCode.INVALID_RUN_ID,
          "A run's id has letters, digits, dots, underscores and hyphens, at most 128; nothing"
              + " below it was read.");
    }
    SortedMap<String, List<ListedFile>> stamps = stamps();
    if (stamps.isEmpty()) {
      return stub(
          RunPart.NOT_STARTED,
          evaluation,
          IssueCode.NO_TIMESTAMP_DIR,
          "The run holds no directory named by date and time: it never started.");
    }
    addRuns(stamps, new RunHeaders(scope, evaluation + "/" + runId));
    return new IdentifiedRuns(runs, 0, 0, issues);
  }

  private IdentifiedRuns stub(RunPart part, String evaluation, IssueCode code, String detail) {
    new RunIssues(candidate.location(), issues::add)
        .rejected(code, "", "", candidate.location(), detail);
    RunHeader header = new RunHeaders(scope, evaluation + "/" + runId).report(null);
    return new IdentifiedRuns(
        List.of(StampRuns.found(header, candidate.location(), List.of(), part, "")), 0, 0, issues);
  }

  /** Files by stamp, with names inside the stamp directory; a stamp directory may be empty. */
  private SortedMap<String, List<ListedFile>> stamps() {
    SortedMap<String, List<ListedFile>> stamps = new TreeMap<>();
    for (String directory : candidate.emptyDirectories()) {
      stamp(stamps, directory + "/");
    }
    for (ListedFile file : candidate.files()) {
      String inside = file.relative().substring(candidate.location().length() + 1);
      List<ListedFile> files = stamp(stamps, inside);
      String name = inside.substring(inside.indexOf('/') + 1);
      files.add(new ListedFile(file.path(), name, file.bytes()));
    }
    return stamps;
  }

  private static List<ListedFile> stamp(
      SortedMap<String, List<ListedFile>> stamps, String pathInside) {
    int end = pathInside.indexOf('/');
    String stamp = end < 0 ? "" : pathInside.substring(0, end);
    return TreeNames.isStamp(stamp)
        ? stamps.computeIfAbsent(stamp, s -> new ArrayList<>())
        : new ArrayList<>();
  }

  private void addRuns(SortedMap<String, List<ListedFile>> stamps, RunHeaders headers)
      throws IOException {
    List<StampDirectory> directories = new ArrayList<>();
    for (Map.Entry<String, List<ListedFile>> stamp : stamps.entrySet()) {
      String location = candidate.location() + "/" + stamp.getKey();
      directories.add(
          StampDirectory.open(
              location, stamp.getKey(), stamp.getValue(), new RunIssues(location, issues::add)));
    }
    KnownNames known = KnownNames.of(directories);
    Set<ModelDataset> seen = new TreeSet<>();
    for (StampDirectory directory : directories) {
      StampRuns stampRuns =
          new StampRuns(
              directory, headers, known, new RunIssues(directory.location(), issues::add));
      seen.addAll(stampRuns.subjects());
      boolean newest = directory.stamp().equals(stamps.lastKey());
      runs.addAll(stampRuns.runs(newest ? seen : stampRuns.subjects()));
    }
  }
}
