package io.evalbeam.io.evaluation.helm.published;

import io.evalbeam.io.http.HttpSnapshots;
import io.evalbeam.schemas.issue.Issue;
import java.util.List;
import java.util.stream.Stream;

/**
 * What fetching brought.
 *
 * @param runs runs that are complete
 * @param fetched files whose bytes came over the network
 * @param kept files that were here already
 * @param failed files that could not be had
 * @param bytes bytes that came over the network
 * @param issues why runs are left out
 */
record FetchTally(int runs, long fetched, long kept, long failed, long bytes, List<Issue> issues) {
  static final FetchTally NONE = new FetchTally(0, 0, 0, 0, 0, List.of());

  FetchTally with(HttpSnapshots.Taken taken) {
    return taken.transferred()
        ? new FetchTally(runs, fetched + 1, kept, failed, bytes + taken.record().size(), issues)
        : new FetchTally(runs, fetched, kept + 1, failed, bytes, issues);
  }

  FetchTally completed() {
    return new FetchTally(runs + 1, fetched, kept, failed, bytes, issues);
  }

  FetchTally failed(Issue issue) {
    return plus(new FetchTally(0, 0, 0, 1, 0, List.of(issue)));
  }

  FetchTally plus(FetchTally other) {
    return new FetchTally(
        runs + other.runs,
        fetched + other.fetched,
        kept + other.kept,
        failed + other.failed,
        bytes + other.bytes,
        other.issues.isEmpty()
            ? issues
            : Stream.concat(issues.stream(), other.issues.stream()).toList());
  }
}
