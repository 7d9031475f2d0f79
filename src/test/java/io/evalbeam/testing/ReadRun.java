package io.evalbeam.testing;

import io.evalbeam.io.evaluation.Candidates;
import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.io.evaluation.InputTree;
import io.evalbeam.io.evaluation.ListedFile;
import io.evalbeam.io.evaluation.RunCandidate;
import io.evalbeam.io.evaluation.RunFormat;
import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.ReportedScore;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run with everything its format gave for it. */
public record ReadRun(
    FoundRun run,
    RunOutcome outcome,
    List<Response> responses,
    List<ReportedScore> reported,
    List<Issue> issues) {

  /** What the tests ask for. */
  public static final IngestScope SCOPE = new IngestScope("collection", "bench", null);

  /** Regular files below a directory, as ingestion lists them. */
  public static List<ListedFile> list(Path root) throws IOException {
    return new InputTree(FileIssues.STAGE).list(root.toString()).files();
  }

  public static Candidates candidates(RunFormat format, Path root) throws IOException {
    return format.candidates(new InputTree(FileIssues.STAGE).list(root.toString()), SCOPE);
  }

  /** Everything the candidates below a directory identify as. */
  public static List<IdentifiedRuns> identify(RunFormat format, Path root) throws IOException {
    List<IdentifiedRuns> identified = new ArrayList<>();
    for (RunCandidate candidate : candidates(format, root).candidates()) {
      identified.add(format.identify(candidate, SCOPE));
    }
    return identified;
  }

  /** All runs below a directory, read. */
  public static List<ReadRun> readAll(RunFormat format, Path root)
      throws IOException, DamagedRunException {
    List<ReadRun> runs = new ArrayList<>();
    for (IdentifiedRuns identified : identify(format, root)) {
      for (FoundRun run : identified.runs()) {
        runs.add(read(format, run));
      }
    }
    return runs;
  }

  /** The only run of a task below a directory, read. */
  public static ReadRun readTask(RunFormat format, Path root, String task)
      throws IOException, DamagedRunException {
    List<ReadRun> runs =
        readAll(format, root).stream()
            .filter(run -> run.run().header().task().equals(task))
            .toList();
    if (runs.size() != 1) {
      throw new AssertionError(runs.size() + " runs of task " + task);
    }
    return runs.get(0);
  }

  public static ReadRun read(RunFormat format, FoundRun run)
      throws IOException, DamagedRunException {
    return read(format, run, new ArrayList<>());
  }

  /**
   * Reads a run.
   *
   * @param issues gets its issues, also when it turns out to be damaged
   */
  public static ReadRun read(RunFormat format, FoundRun run, List<Issue> issues)
      throws IOException, DamagedRunException {
    List<Response> responses = new ArrayList<>();
    List<ReportedScore> reported = new ArrayList<>();
    RunSink sink =
        new RunSink() {
          @Override
          public void response(Response response) {
            responses.add(response);
          }

          @Override
          public void reported(ReportedScore score) {
            reported.add(score);
          }

          @Override
          public void issue(Issue issue) {
            issues.add(issue);
          }
        };
    return new ReadRun(run, format.read(run, sink), responses, reported, issues);
  }

  /** The response of an instance, in trial 0. */
  public Response response(String instance) {
    return responses.stream()
        .filter(r -> r.instanceKey().equals(instance) && r.trial() == 0)
        .findFirst()
        .orElseThrow();
  }

  /** Codes of the issues in order. */
  public List<IssueCode> codes() {
    return issues.stream().map(Issue::code).toList();
  }
}
