package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.io.evaluation.ListedFile;
import io.evalbeam.io.evaluation.RunCandidate;
import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.io.evaluation.json.JsonFileReader;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.files.HashingInput;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.table.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out which run a directory holds. A run without a readable identity is never guessed. */
final class RunIdentification {
  private static final int BUFFER = 1 << 18;

  private final RunCandidate candidate;
  private final IngestScope scope;
  private final List<Issue> issues = new ArrayList<>();

  private RunIdentification(RunCandidate candidate, IngestScope scope) {
    this.candidate = candidate;
    this.scope = scope;
  }

  static IdentifiedRuns identify(RunCandidate candidate, IngestScope scope) throws IOException {
    return new RunIdentification(candidate, scope).identify();
  }

  private IdentifiedRuns identify() throws IOException {
    List<ListedFile> files =
        candidate.files().stream().filter(file -> !ReleaseIndex.isIndex(file)).toList();
    Optional<ListedFile> specFile =
        files.stream()
            .filter(f -> HelmFile.of(Place.name(f.relative())) == HelmFile.RUN_SPEC)
            .findFirst();
    if (specFile.isEmpty()) {
      return unidentified(HelmFile.RUN_SPEC.plainName(), "file", "The file is not there.");
    }
    RunSpec spec;
    Optional<String> releaseSuite;
    try {
      spec = RunSpec.read(unhashed(specFile.get()));
      Optional<ListedFile> index = ReleaseIndex.among(candidate);
      releaseSuite =
          index.isEmpty() ? Optional.empty() : ReleaseIndex.suiteOf(index.get(), spec.name());
      if (scope.release() != null && releaseSuite.isEmpty()) {
        return new IdentifiedRuns(List.of(), 0, 1, List.of());
      }
    } catch (BrokenFileException e) {
      return unidentified(Place.name(specFile.get().relative()), e.location(), e.detail());
    }
    List<RunFile> runFiles = hash(files);
    if (HelmFile.PER_INSTANCE_STATS.in(runFiles).isEmpty()) {
      return IdentifiedRuns.rejected(
          Place.rejected(
              IssueCode.FILE_MISSING,
              candidate.location(),
              HelmFile.PER_INSTANCE_STATS.plainName(),
              "The file with the scores is not there: the run did not finish."));
    }
    return found(spec, specFile.get(), runFiles, releaseSuite.orElse(null));
  }

  private IdentifiedRuns found(
      RunSpec spec, ListedFile specFile, List<RunFile> files, @Nullable String releaseSuite)
      throws IOException {
    String folder = Place.folder(specFile.path());
    String directory = Place.name(folder);
    String suiteName = Place.name(Place.folder(folder));
    String suite = suiteName.isEmpty() ? null : suiteName;
    if (!directory.isEmpty() && !RunNames.agree(spec.name(), directory)) {
      issues.add(
          Issue.warning(
              IssueCode.RUN_NAME_DISAGREES,
              FileIssues.STAGE,
              candidate.location(),
              "/name",
              spec.name(),
              "The run's name is not that of its directory; the name counts."));
    }
    FoundRun run =
        new FoundRun(
            header(spec, suite, scenario(files)),
            candidate.location(),
            files,
            // A run copied unchanged to another suite is another run: rows are told apart by this.
            Sha256.of(Objects.toString(suite, "") + "\n" + FoundRun.hash(files)),
            SuiteOrder.precedence(suite, releaseSuite),
            null,
            null);
    return new IdentifiedRuns(List.of(run), 0, 0, issues);
  }

  private RunHeader header(RunSpec spec, @Nullable String suite, @Nullable String scenario) {
    return new RunHeader(
        scope.source(),
        scope.release(),
        suite,
        scope.benchmark(),
        spec.name(),
        scenario,
        spec.task(),
        spec.specName(),
        spec.subject(),
        spec.arguments(),
        spec.groups(),
        spec.model(),
        spec.deployment(),
        spec.method(),
        spec.shots(),
        spec.temperature(),
        spec.maxTokens(),
        spec.trainTrials(),
        spec.promptSettings());
  }

  /** Name of the scenario, null when its file does not say; it decides nothing. */
  private @Nullable String scenario(List<RunFile> files) throws IOException {
    Optional<RunFile> file = HelmFile.SCENARIO.in(files);
    if (file.isEmpty()) {
      return null;
    }
    try {
      JsonNode name = JsonTree.read(file.get(), new JsonFileReader()).path("name");
      return name.isTextual() ? name.textValue() : null;
    } catch (BrokenFileException e) {
      issues.add(
          Place.warning(
              e.code(),
              Place.below(candidate.location(), file.get().name()),
              e.location(),
              e.detail() + " The run is read without the name of its scenario."));
      return null;
    }
  }

  private static List<RunFile> hash(List<ListedFile> files) throws IOException {
    List<RunFile> hashed = new ArrayList<>();
    byte[] buffer = new byte[BUFFER];
    for (ListedFile file : files) {
      try (HashingInput in = new HashingInput(BeamFiles.open(file.path()))) {
        int read;
        do {
          read = in.read(buffer, 0, buffer.length);
        } while (read >= 0);
        hashed.add(new RunFile(Place.name(file.relative()), file.path(), in.bytes(), in.sha256()));
      }
    }
    hashed.sort(Comparator.comparing(RunFile::name));
    return hashed;
  }

  private static RunFile unhashed(ListedFile file) {
    return new RunFile(Place.name(file.relative()), file.path(), file.bytes(), "");
  }

  private IdentifiedRuns unidentified(String file, String location, String detail) {
    return IdentifiedRuns.rejected(
        Place.rejected(
            IssueCode.RUN_UNIDENTIFIED,
            Place.below(candidate.location(), file),
            location,
            detail + " The run has no identity and is left out."));
  }
}
