package io.evalbeam.io.evaluation.helm;

import io.evalbeam.io.evaluation.Candidates;
import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.io.evaluation.InputListing;
import io.evalbeam.io.evaluation.InputTree;
import io.evalbeam.io.evaluation.ListedFile;
import io.evalbeam.io.evaluation.RunCandidate;
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
import org.jspecify.annotations.Nullable;

/** Reads runs through the format and keeps all that comes out. */
final class HelmReading implements RunSink {
  static final HelmFormat FORMAT = new HelmFormat();

  private final List<Response> responses = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private @Nullable RunOutcome outcome;

  /** Every file below a folder, as a job lists them. */
  static List<ListedFile> list(Path input) throws IOException {
    return new InputTree(FileIssues.STAGE).list(input.toString()).files();
  }

  static IngestScope scope(@Nullable String release) {
    return new IngestScope("helm", "lite", release);
  }

  static Candidates candidates(Path input, @Nullable String release) throws IOException {
    return FORMAT.candidates(new InputListing(list(input), List.of(), List.of()), scope(release));
  }

  /** What all candidates below a folder are, in the order of their locations. */
  static List<IdentifiedRuns> identify(Path input, @Nullable String release) throws IOException {
    List<IdentifiedRuns> identified = new ArrayList<>();
    for (RunCandidate candidate : candidates(input, release).candidates()) {
      identified.add(FORMAT.identify(candidate, scope(release)));
    }
    return identified;
  }

  /** The only run below a folder. */
  static FoundRun find(Path input) throws IOException {
    List<IdentifiedRuns> identified = identify(input, null);
    if (identified.size() != 1 || identified.get(0).runs().size() != 1) {
      throw new AssertionError("one run was expected: " + identified);
    }
    return identified.get(0).runs().get(0);
  }

  /** Reads the only run below a folder. */
  static HelmReading of(Path input) throws IOException, DamagedRunException {
    return of(find(input));
  }

  static HelmReading of(FoundRun run) throws IOException, DamagedRunException {
    HelmReading reading = new HelmReading();
    reading.outcome = FORMAT.read(run, reading);
    return reading;
  }

  List<Response> responses() {
    return responses;
  }

  /** The response of a key without perturbation. */
  Response response(String key, int trial) {
    return responses.stream()
        .filter(r -> r.instanceKey().equals(key) && r.trial() == trial && r.perturbation() == null)
        .findFirst()
        .orElseThrow();
  }

  List<Issue> issues() {
    return issues;
  }

  /** Codes of all issues as they came. */
  List<IssueCode> codes() {
    return issues.stream().map(Issue::code).toList();
  }

  RunOutcome outcome() {
    if (outcome == null) {
      throw new AssertionError("the run was not read");
    }
    return outcome;
  }

  @Override
  public void response(Response response) {
    responses.add(response);
  }

  @Override
  public void reported(ReportedScore score) {
    throw new AssertionError("nothing is reported: " + score);
  }

  @Override
  public void issue(Issue issue) {
    issues.add(issue);
  }
}
