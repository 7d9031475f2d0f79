package io.evalbeam.io.evaluation.lmeval;

import io.evalbeam.io.evaluation.Candidates;
import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.io.evaluation.InputListing;
import io.evalbeam.io.evaluation.ListedFile;
import io.evalbeam.io.evaluation.RunCandidate;
import io.evalbeam.io.evaluation.RunFormat;
import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Output of lm-evaluation-harness: {@code results_{stamp}.json} and the {@code
 * samples_{task}_{stamp}.jsonl} of the same directory and stamp.
 *
 * <p>A run is a task under one filter. A group is a run too, with reported scores and no responses:
 * its figures then follow the same rule of the later date as those of tasks, and are never counted
 * with a task. Files are shared between the runs of a results file.
 *
 * <p>A damaged line costs itself, not the run: the other lines are what the model answered. The run
 * is then not verified, because its mean no longer is the one the harness computed.
 */
public final class LmEvalFormat implements RunFormat {
  @Override
  public String name() {
    return "lm-eval";
  }

  @Override
  public Candidates candidates(InputListing input, IngestScope scope) {
    SortedMap<String, SortedMap<String, List<ListedFile>>> byPlace = new TreeMap<>();
    for (ListedFile file : input.files()) {
      LogFileName name = LogFileName.parse(fileName(file));
      if (name != null) {
        byPlace
            .computeIfAbsent(directory(file), unused -> new TreeMap<>())
            .computeIfAbsent(name.stamp(), unused -> new ArrayList<>())
            .add(file);
      }
    }
    List<RunCandidate> candidates = new ArrayList<>();
    List<Issue> issues = new ArrayList<>();
    byPlace.forEach(
        (place, byStamp) ->
            byStamp.values().forEach(group -> sortOut(place, group, candidates, issues)));
    return new Candidates(candidates, issues);
  }

  private static void sortOut(
      String place, List<ListedFile> files, List<RunCandidate> candidates, List<Issue> issues) {
    if (files.stream().anyMatch(LmEvalFormat::isResults)) {
      candidates.add(new RunCandidate(place, files));
      return;
    }
    for (ListedFile file : files) {
      issues.add(
          FileIssues.of(place, fileName(file))
              .rejected(
                  IssueCode.FILE_MISSING,
                  "",
                  "",
                  "There is no results file of the same directory and time stamp."));
    }
  }

  @Override
  public IdentifiedRuns identify(RunCandidate candidate, IngestScope scope) throws IOException {
    ListedFile file =
        candidate.files().stream().filter(LmEvalFormat::isResults).findFirst().orElseThrow();
    FileIssues issues = FileIssues.of(candidate.location(), fileName(file));
    try {
      ResultsFile results = ResultsFile.read(file.path(), fileName(file), issues);
      return new RunIdentification(candidate, results, scope, issues).identify();
    } catch (DamagedRunException e) {
      return IdentifiedRuns.rejected(e.issue());
    }
  }

  @Override
  public RunOutcome read(FoundRun run, RunSink sink) throws IOException, DamagedRunException {
    RunSelector selector = RunSelector.parse(Objects.requireNonNull(run.selector(), "selector"));
    RunFile first = run.files().get(0);
    FileIssues issues = FileIssues.of(run.location(), first.name());
    ResultsFile results = ResultsFile.read(first.path(), first.name(), issues);
    issues.requireUnchanged(first.sha256(), results.file().sha256());
    new ReportedFigures(run, selector, results, issues).emit(sink);
    if (selector.filter() == null || run.files().size() == 1) {
      return new RunOutcome(0, null, 0);
    }
    return new SamplesReader(run, selector.name(), selector.filter(), results, sink).read();
  }

  static String fileName(ListedFile file) {
    return file.relative().substring(file.relative().lastIndexOf('/') + 1);
  }

  private static String directory(ListedFile file) {
    return file.relative().substring(0, Math.max(0, file.relative().lastIndexOf('/')));
  }

  private static boolean isResults(ListedFile file) {
    LogFileName name = LogFileName.parse(fileName(file));
    return name != null && name.task() == null;
  }
}
