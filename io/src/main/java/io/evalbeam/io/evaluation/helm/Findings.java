package io.evalbeam.io.evaluation.helm;

import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.RunSink;
import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with a run: one issue for each kind and file, with number and places. */
final class Findings {
  private final String location;
  private final List<Issue> issues = new ArrayList<>();
  private final Map<Finding, Map<HelmFile, Tally>> tallies = new EnumMap<>(Finding.class);

  /**
   * Nothing found yet.
   *
   * @param location where the run lies
   */
  Findings(String location) {
    this.location = location;
  }

  /** Notes one case; the first one of its kind gives the place, the first few the excerpt. */
  void note(Finding finding, HelmFile file, String place, String excerpt) {
    tallies
        .computeIfAbsent(finding, f -> new EnumMap<>(HelmFile.class))
        .computeIfAbsent(file, f -> new Tally(place))
        .add(excerpt);
  }

  /** Whether something was found at least once. */
  boolean has(Finding finding) {
    return tallies.containsKey(finding);
  }

  /** Adds a warning that stands for itself. */
  void warn(IssueCode code, HelmFile file, String place, String detail) {
    issues.add(Place.warning(code, Place.below(location, file.plainName()), place, detail));
  }

  /** Adds a warning about a damaged file the run can do without. */
  void broken(HelmFile file, BrokenFileException damage, String consequence) {
    warn(damage.code(), file, damage.location(), damage.detail() + " " + consequence);
  }

  /** Hands all issues on. */
  void report(RunSink sink) {
    issues.forEach(sink::issue);
    tallies.forEach(
        (finding, files) ->
            files.forEach((file, tally) -> sink.issue(tally.issue(finding, file, location))));
  }

  private static final class Tally {
    private static final int EXCERPTS = 5;

    private final String place;
    private final List<String> excerpts = new ArrayList<>();
    private long count;

    Tally(String place) {
      this.place = place;
    }

    void add(String excerpt) {
      count++;
      if (excerpts.size() < EXCERPTS && !excerpt.isEmpty()) {
        excerpts.add(excerpt);
      }
    }

    Issue issue(Finding finding, HelmFile file, String location) {
      return new Issue(
          finding.code(),
          finding.severity(),
          FileIssues.STAGE,
          Place.below(location, file.plainName()),
          place,
          String.join("; ", excerpts),
          finding.detail(count));
    }
  }
}
