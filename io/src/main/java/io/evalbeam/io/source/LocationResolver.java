package io.evalbeam.io.source;

import io.evalbeam.io.http.FetchException;
import io.evalbeam.io.http.FetchRecord;
import io.evalbeam.io.http.HttpSnapshots;
import io.evalbeam.io.http.UrlSecrets;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Finds the files behind a path, a glob or a URL. */
public final class LocationResolver {
  private final HttpSnapshots snapshots;

  public LocationResolver(HttpSnapshots snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * The inputs of a source, sorted by path; none, with an issue, when there are none.
   *
   * @throws IOException when the file system or the snapshot store fails
   */
  public List<SourceInput> resolve(SourceDescription description, Consumer<Issue> issues)
      throws IOException {
    return description.isRemote() ? page(description, issues) : files(description, issues);
  }

  private List<SourceInput> page(SourceDescription description, Consumer<Issue> issues)
      throws IOException {
    try {
      FetchRecord snapshot = snapshots.snapshot(description.location());
      return List.of(
          new SourceInput(snapshot.url(), snapshot.fetchedAt(), () -> snapshots.open(snapshot)));
    } catch (FetchException e) {
      issues.accept(unavailable(description, "url", e.problem()));
      return List.of();
    }
  }

  private static List<SourceInput> files(SourceDescription description, Consumer<Issue> issues)
      throws IOException {
    List<MatchResult.Metadata> found;
    try {
      found = FileSystems.match(description.location(), EmptyMatchTreatment.DISALLOW).metadata();
    } catch (FileNotFoundException e) {
      issues.accept(unavailable(description, "location", "No file is there."));
      return List.of();
    } catch (IllegalArgumentException e) {
      issues.accept(unavailable(description, "location", "No file system knows this location."));
      return List.of();
    }
    return found.stream()
        .map(MatchResult.Metadata::resourceId)
        .sorted(Comparator.comparing(ResourceId::toString))
        .filter(file -> staysInside(description, file, issues))
        .map(
            file ->
                new SourceInput(
                    String.valueOf(file.getFilename()),
                    null,
                    () -> Channels.newInputStream(FileSystems.open(file))))
        .toList();
  }

  /** A pattern must not lead out of its folder through a link; a path that is spelled out may. */
  private static boolean staysInside(
      SourceDescription description, ResourceId file, Consumer<Issue> issues) {
    if (!file.getScheme().equals("file") || file.toString().equals(description.location())) {
      return true;
    }
    Path path = Path.of(file.toString());
    if (!Files.isSymbolicLink(path)) {
      return true;
    }
    try {
      Path folder = Path.of(file.getCurrentDirectory().toString()).toRealPath();
      if (path.toRealPath().startsWith(folder)) {
        return true;
      }
    } catch (IOException e) {
      // A link to nowhere is as useless as one to elsewhere.
    }
    issues.accept(
        unavailable(
            description,
            String.valueOf(file.getFilename()),
            "The link leads out of its folder or nowhere."));
    return false;
  }

  static Issue unavailable(SourceDescription description, String location, String detail) {
    String place =
        description.isRemote() ? UrlSecrets.mask(description.location()) : description.location();
    return Issue.rejected(
        IssueCode.SOURCE_UNAVAILABLE, RowLedger.STAGE, description.name(), location, place, detail);
  }
}
