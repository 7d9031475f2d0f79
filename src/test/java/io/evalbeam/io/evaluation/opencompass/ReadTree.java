package io.evalbeam.io.evaluation.opencompass;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evalbeam.io.evaluation.Candidates;
import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.io.evaluation.InputListing;
import io.evalbeam.io.evaluation.InputTree;
import io.evalbeam.io.evaluation.ListedDirectory;
import io.evalbeam.io.evaluation.ListedFile;
import io.evalbeam.io.evaluation.RunCandidate;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.testing.ReadRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything the format finds in a directory. */
final class ReadTree {
  static final IngestScope SCOPE = new IngestScope("opencompass", "nightly", null);

  final List<Issue> issues = new ArrayList<>();
  final List<ReadRun> runs = new ArrayList<>();
  final List<DamagedRunException> damaged = new ArrayList<>();

  private ReadTree() {}

  /** Lists, identifies and reads all runs of a directory. */
  static ReadTree of(Path input) throws IOException {
    InputListing listing = new InputTree(FileIssues.STAGE).list(input.toString());
    return of(listing.files(), listing.emptyDirectories());
  }

  static ReadTree of(List<ListedFile> files, List<ListedDirectory> emptyDirectories)
      throws IOException {
    ReadTree tree = new ReadTree();
    OpenCompassFormat format = new OpenCompassFormat();
    Candidates candidates =
        format.candidates(new InputListing(files, emptyDirectories, List.of()), SCOPE);
    tree.issues.addAll(candidates.issues());
    for (RunCandidate candidate : candidates.candidates()) {
      IdentifiedRuns identified = format.identify(candidate, SCOPE);
      tree.issues.addAll(identified.issues());
      for (FoundRun run : identified.runs()) {
        tree.read(format, run);
      }
    }
    return tree;
  }

  private void read(OpenCompassFormat format, FoundRun run) throws IOException {
    try {
      runs.add(ReadRun.read(format, run, issues));
    } catch (DamagedRunException e) {
      damaged.add(e);
    }
  }

  /** Why a run cannot be read. */
  static DamagedRunException damage(FoundRun run) {
    return assertThrows(
        DamagedRunException.class, () -> ReadRun.read(new OpenCompassFormat(), run));
  }

  /** The run with a name, of the greatest precedence. */
  ReadRun live(String runName) {
    return runs.stream()
        .filter(r -> r.run().header().runName().equals(runName))
        .max(Comparator.comparing(r -> r.run().precedence()))
        .orElseThrow(() -> new AssertionError(runName + " is not among " + names()));
  }

  /** Run names with their suites, in the order found. */
  List<String> names() {
    return runs.stream()
        .map(r -> r.run().header().runName() + " @ " + r.run().header().suite())
        .toList();
  }

  /** Issues of a code. */
  List<Issue> issues(IssueCode code) {
    return issues.stream().filter(i -> i.code() == code).toList();
  }

  /** Number of issues by code. */
  Map<IssueCode, Integer> issueCounts() {
    Map<IssueCode, Integer> counts = new LinkedHashMap<>();
    issues.stream()
        .sorted(Comparator.comparing(Issue::code))
        .forEach(i -> counts.merge(i.code(), 1, Integer::sum));
    return counts;
  }

  /** Regular files below a directory. */
  static List<ListedFile> files(Path input) throws IOException {
    return new InputTree(FileIssues.STAGE).list(input.toString()).files();
  }
}
