package io.evalbeam.io.evaluation.everyeval;

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
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.Hashes;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.table.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Every Eval Ever in versions 0.2 and 0.3. A run is a task of an aggregate: most files hold one,
 * and where a file holds several the task is the run's selector. Among files of one evaluation id
 * the one retrieved last counts.
 */
public final class EveryEvalFormat implements RunFormat {
  @Override
  public String name() {
    return "every-eval-ever";
  }

  @Override
  public Candidates candidates(InputListing input, IngestScope scope) {
    return CandidateSearch.of(input.files());
  }

  @Override
  public IdentifiedRuns identify(RunCandidate candidate, IngestScope scope) throws IOException {
    List<RunFile> files = new ArrayList<>();
    ListedFile listed = candidate.files().get(0);
    byte[] bytes = bytes(listed.path());
    if (bytes.length > Limits.MAX_AGGREGATE_BYTES) {
      return IdentifiedRuns.rejected(tooLarge(listed.relative()));
    }
    Aggregate aggregate;
    try {
      aggregate = AggregateReader.read(bytes);
    } catch (MalformedAggregateException e) {
      return IdentifiedRuns.rejected(e.issue(listed.relative()));
    }
    files.add(
        new RunFile(name(listed.relative()), listed.path(), bytes.length, Hashes.ofBytes(bytes)));
    for (ListedFile samples : candidate.files().subList(1, candidate.files().size())) {
      files.add(
          new RunFile(
              name(samples.relative()),
              samples.path(),
              samples.bytes(),
              Hashes.ofFile(samples.path())));
    }
    return new IdentifiedRuns(runs(aggregate, candidate.location(), files, scope), 0, 0, List.of());
  }

  @Override
  public RunOutcome read(FoundRun run, RunSink sink) throws IOException, DamagedRunException {
    RunFile file = run.files().get(0);
    String source = source(run, file);
    byte[] bytes = bytes(file.path());
    if (!Hashes.ofBytes(bytes).equals(file.sha256())) {
      throw new DamagedRunException(unstable(source));
    }
    try {
      return new RunReading(run, AggregateReader.read(bytes), sink).read();
    } catch (MalformedAggregateException e) {
      throw new DamagedRunException(e.issue(source));
    }
  }

  /** A file of a run as issues name it. */
  static String source(FoundRun run, RunFile file) {
    return run.location().isEmpty() ? file.name() : run.location() + "/" + file.name();
  }

  /** A file is no longer what was hashed. */
  static Issue unstable(String source) {
    return Issue.rejected(
        IssueCode.UNSTABLE_FILE,
        FileIssues.STAGE,
        source,
        "",
        "",
        "The file changed between two readings, so the run cannot be trusted.");
  }

  private static List<FoundRun> runs(
      Aggregate aggregate, String location, List<RunFile> files, IngestScope scope) {
    String hash = FoundRun.hash(files);
    List<String> tasks = aggregate.tasks();
    boolean several = tasks.size() > 1;
    List<FoundRun> runs = new ArrayList<>();
    for (String task : tasks) {
      runs.add(
          new FoundRun(
              RunHeaders.of(aggregate, task, scope),
              location,
              files,
              // Rows are told apart by this hash, so runs of one file must not share it.
              several ? Sha256.of(hash + "\n" + task) : hash,
              EpochText.sortable(aggregate.retrievedAt()),
              aggregate.evaluatedAt(),
              several ? task : null));
    }
    return runs;
  }

  /** The bytes of an aggregate; one more than the limit if there are more. */
  private static byte[] bytes(String path) throws IOException {
    try (InputStream in = BeamFiles.open(path)) {
      return in.readNBytes(Limits.MAX_AGGREGATE_BYTES + 1);
    }
  }

  private static Issue tooLarge(String file) {
    return Issue.rejected(
        IssueCode.LIMIT_EXCEEDED,
        FileIssues.STAGE,
        file,
        "",
        "",
        "An aggregate of at most " + (Limits.MAX_AGGREGATE_BYTES >> 20) + " MiB was expected.");
  }

  private static String name(String relative) {
    return relative.substring(relative.lastIndexOf('/') + 1);
  }
}
