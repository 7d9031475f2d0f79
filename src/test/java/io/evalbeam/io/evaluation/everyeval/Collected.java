package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.io.evaluation.Candidates;
import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.io.evaluation.InputTree;
import io.evalbeam.io.evaluation.RunCandidate;
import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.testing.ReadRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything below a directory as the format reads it. */
final class Collected {
  private static final IngestScope SCOPE = new IngestScope("shared", "mixed", null);

  final List<FoundRun> runs = new ArrayList<>();
  final List<RunOutcome> outcomes = new ArrayList<>();
  final List<Response> responses = new ArrayList<>();
  final List<ReportedScore> reported = new ArrayList<>();
  final List<Issue> issues = new ArrayList<>();
  int rejectedRuns;

  private Collected() {}

  /** Finds, identifies and reads all runs. */
  static Collected read(Path root) throws IOException, DamagedRunException {
    Collected collected = new Collected();
    collected.readRuns(root);
    return collected;
  }

  /** Finds and identifies all runs. */
  static Collected identify(Path root) throws IOException {
    Collected collected = new Collected();
    collected.findRuns(root);
    return collected;
  }

  private void readRuns(Path root) throws IOException, DamagedRunException {
    findRuns(root);
    for (FoundRun run : runs) {
      ReadRun read = ReadRun.read(new EveryEvalFormat(), run, issues);
      outcomes.add(read.outcome());
      responses.addAll(read.responses());
      reported.addAll(read.reported());
    }
  }

  private void findRuns(Path root) throws IOException {
    EveryEvalFormat format = new EveryEvalFormat();
    Candidates candidates =
        format.candidates(new InputTree(FileIssues.STAGE).list(root.toString()), SCOPE);
    issues.addAll(candidates.issues());
    for (RunCandidate candidate : candidates.candidates()) {
      IdentifiedRuns identified = format.identify(candidate, SCOPE);
      runs.addAll(identified.runs());
      issues.addAll(identified.issues());
      rejectedRuns += identified.rejected();
    }
  }

  /** Issues as {@code code location}. */
  List<String> problems() {
    return issues.stream().map(i -> (i.code() + " " + i.location()).strip()).toList();
  }
}
