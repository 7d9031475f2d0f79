package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evalbeam.io.evaluation.ListedFile;
import io.evalbeam.io.evaluation.RunCandidate;
import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.io.evaluation.json.JsonFileReader;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The index of a release, {@code releases/{release}/runs_to_run_suites.json}: an object of run name
 * to the suite the release takes it from. A run's suite is not the release.
 */
final class ReleaseIndex {
  private static final String NAME = "runs_to_run_suites.json";

  private ReleaseIndex() {}

  static boolean isIndex(ListedFile file) {
    return Place.name(file.relative()).equals(NAME);
  }

  /** Whether a file is the index of a release. */
  static boolean isOf(ListedFile file, String release) {
    String path = "releases/" + release + "/" + NAME;
    return file.relative().equals(path) || file.relative().endsWith("/" + path);
  }

  /** Where the index of a release is expected. */
  static String path(String release) {
    return "releases/" + release + "/" + NAME;
  }

  /** The index that governs a location: of several, the one in the nearest common folder. */
  static Optional<ListedFile> governing(List<ListedFile> indexes, String location) {
    ListedFile nearest = null;
    int length = -1;
    for (ListedFile index : indexes) {
      String output = Place.folder(Place.folder(Place.folder(index.relative())));
      boolean above = output.isEmpty() || location.startsWith(output + "/");
      if (above && output.length() > length) {
        nearest = index;
        length = output.length();
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** The index among the files of a candidate. */
  static Optional<ListedFile> among(RunCandidate candidate) {
    return candidate.files().stream().filter(ReleaseIndex::isIndex).findFirst();
  }

  /** Reads an index to its end, which shows that it is sound. */
  static void check(ListedFile index) throws IOException, BrokenFileException {
    read(index, ReleaseIndex::skip);
  }

  /**
   * Suite of a run, empty when the release does not have it. The index is read anew for each run,
   * so that nothing is kept between calls.
   */
  static Optional<String> suiteOf(ListedFile index, String runName)
      throws IOException, BrokenFileException {
    return read(index, parser -> find(parser, runName));
  }

  private static <T> T read(ListedFile index, JsonFileReader.Pass<T> pass)
      throws IOException, BrokenFileException {
    RunFile file = new RunFile(NAME, index.path(), index.bytes(), "");
    return new JsonFileReader().read(file, pass).value();
  }

  private static boolean skip(JsonParser parser) throws IOException, BrokenFileException {
    return find(parser, "").isPresent();
  }

  private static Optional<String> find(JsonParser parser, String runName)
      throws IOException, BrokenFileException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new BrokenFileException(
          IssueCode.PARSE_ERROR, "/", "An object of run names and suites was expected.");
    }
    Optional<String> suite = Optional.empty();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (parser.nextToken() != JsonToken.VALUE_STRING) {
        throw new BrokenFileException(
            IssueCode.PARSE_ERROR, "/" + name, "The suite of a run is a text.");
      }
      if (name.equals(runName)) {
        suite = Optional.of(parser.getText());
      }
    }
    return suite;
  }
}
