package io.evalbeam.io.evaluation.helm.published;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The runs of a release: {@code runs_to_run_suites.json}, compared with {@code run_specs.json}. */
final class ReleaseListing {
  private static final JsonFactory JSON = new JsonFactory();

  private final String folder;
  private final SortedMap<String, PublishedRun> runs = new TreeMap<>();
  private final Set<String> refused = new TreeSet<>();
  private final List<Issue> issues = new ArrayList<>();

  /**
   * A listing.
   *
   * @param folder of the release below {@code benchmark_output}, for issues
   */
  ReleaseListing(String folder) {
    this.folder = folder;
  }

  /** Runs that can be fetched, by name. */
  List<PublishedRun> runs() {
    return List.copyOf(runs.values());
  }

  /** Entries that name no run that could be fetched. */
  int refused() {
    return refused.size();
  }

  /** What was wrong. */
  List<Issue> issues() {
    return List.copyOf(issues);
  }

  /** Reads the object of run name to suite. */
  void readSuites(InputStream in) throws IOException {
    String file = folder + "/" + ReleaseFile.SUITES.fileName();
    try (JsonParser parser = JSON.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        damaged(file, parser, "An object of run names and suites was expected.");
        return;
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          add(file, name, parser.getText());
        } else {
          refuse(file, name, IssueCode.TYPE_UNEXPECTED, "The suite of a run is a text.");
          parser.skipChildren();
        }
      }
    } catch (JsonProcessingException e) {
      runs.clear();
      damaged(file, e);
    }
  }

  private void add(String file, String name, String suite) {
    if (!PathName.isName(name) || !PathName.isName(suite)) {
      refuse(file, name, IssueCode.INVALID_NAME, "Run or suite has a name that could be a path.");
    } else if (PathName.encode(name).length() > PathName.LONGEST) {
      refuse(file, name, IssueCode.LIMIT_EXCEEDED, "The name is too long for a directory.");
    } else if (runs.putIfAbsent(name, new PublishedRun(name, suite)) != null) {
      issues.add(
          Findings.warning(
              IssueCode.RUN_DUPLICATE,
              file,
              "/" + name,
              suite,
              "The index lists the run twice; its first suite counts."));
    }
  }

  private void refuse(String file, String name, IssueCode code, String detail) {
    refused.add(name);
    issues.add(Findings.rejected(code, file, "/" + name, name, detail + " The run is left out."));
  }

  /** Reads the names of an array of run specifications, and reports when they are others. */
  void compareSpecifications(InputStream in) throws IOException {
    String file = folder + "/" + ReleaseFile.SPECIFICATIONS.fileName();
    Set<String> names = new TreeSet<>();
    try (JsonParser parser = JSON.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        damaged(file, parser, "An array of run specifications was expected.");
        return;
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
          JsonToken value = parser.nextToken();
          if (key.equals("name") && value == JsonToken.VALUE_STRING) {
            names.add(parser.getText());
          }
          parser.skipChildren();
        }
      }
    } catch (JsonProcessingException e) {
      damaged(file, e);
      return;
    }
    Set<String> listed = new TreeSet<>(runs.keySet());
    listed.addAll(refused);
    if (!names.equals(listed)) {
      Set<String> unlisted = new TreeSet<>(names);
      unlisted.removeAll(listed);
      Set<String> unspecified = new TreeSet<>(listed);
      unspecified.removeAll(names);
      issues.add(
          Findings.warning(
              IssueCode.COUNTS_DIFFER,
              file,
              "/",
              (unlisted.isEmpty() ? unspecified : unlisted).iterator().next(),
              "The index of suites counts. It lacks "
                  + unlisted.size()
                  + " of the specified runs and has "
                  + unspecified.size()
                  + " without specification."));
    }
  }

  private void damaged(String file, JsonParser parser, String detail) {
    String place = "byte " + Math.max(0, parser.currentTokenLocation().getByteOffset());
    issues.add(Findings.rejected(IssueCode.PARSE_ERROR, file, place, "", detail));
  }

  private void damaged(String file, JsonProcessingException e) {
    String place =
        e.getLocation() == null ? "file" : "byte " + Math.max(0, e.getLocation().getByteOffset());
    issues.add(
        Findings.rejected(
            IssueCode.PARSE_ERROR,
            file,
            place,
            "",
            "The file is no JSON: " + e.getOriginalMessage()));
  }
}
