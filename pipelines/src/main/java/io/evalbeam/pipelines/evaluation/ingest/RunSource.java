package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.helm.published.PublishedRelease;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StageCount;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The directory that runs are read from. A project on the web is fetched into a local snapshot
 * first: what it has that is new or has changed.
 *
 * @param directory directory or glob
 * @param settings what was asked for, with the release by its own name
 * @param issues runs that could not be had
 * @param counts of the fetch
 */
record RunSource(
    String directory, IngestSettings settings, List<Issue> issues, List<StageCount> counts) {

  /**
   * The directory behind an input.
   *
   * @throws IOException when the release's index cannot be had, or names no run at all
   */
  static RunSource of(IngestEvalsOptions options, IngestSettings settings, Console console)
      throws IOException {
    String input = Objects.requireNonNull(options.getInput());
    if (!PublishedProject.isAddress(input)) {
      return new RunSource(input, settings, List.of(), List.of());
    }
    PublishedRelease fetched = PublishedProject.fetch(options, settings);
    console.error(
        String.format(
            Locale.ROOT,
            "%s: release %s, %,d files fetched (%,d bytes), %,d kept, %,d failed",
            input,
            fetched.release(),
            fetched.filesFetched(),
            fetched.bytesFetched(),
            fetched.filesKept(),
            fetched.filesFailed()));
    if (fetched.runs() + fetched.leftOut() == 0) {
      // Going on would retire every run because of one broken answer.
      throw new IOException(
          "the index of release " + fetched.release() + " names no runs" + reasons(fetched));
    }
    return new RunSource(
        fetched.directory().toString(),
        settings.ofRelease(fetched.release()),
        fetched.issues(),
        counts(fetched, settings.layout()));
  }

  private static String reasons(PublishedRelease fetched) {
    StringBuilder reasons = new StringBuilder();
    fetched.issues().forEach(issue -> reasons.append("; ").append(issue.detail()));
    return reasons.toString();
  }

  private static List<StageCount> counts(PublishedRelease fetched, IngestLayout layout) {
    return List.of(
        count(layout, "files_fetched", fetched.filesFetched()),
        count(layout, "files_failed", fetched.filesFailed()),
        // Runs that could not be had count as read and rejected: they are part of the release.
        count(layout, "runs_read", fetched.leftOut()),
        count(layout, "runs_rejected", fetched.leftOut()));
  }

  private static StageCount count(IngestLayout layout, String measure, long count) {
    return layout.count(measure, count);
  }
}
