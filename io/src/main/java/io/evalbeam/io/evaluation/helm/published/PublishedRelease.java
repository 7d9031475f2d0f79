package io.evalbeam.io.evaluation.helm.published;

import io.evalbeam.schemas.issue.Issue;
import java.nio.file.Path;
import java.util.List;

/**
 * A release that was fetched.
 *
 * @param directory laid out as HELM's {@code benchmark_output}, to read runs from
 * @param release its name, never {@code latest}
 * @param runs runs that are complete in the directory
 * @param leftOut runs of the index that are not, each with an issue
 * @param filesFetched files whose bytes came over the network
 * @param filesKept files that were here already
 * @param filesFailed files that could not be had
 * @param bytesFetched bytes that came over the network
 * @param issues in the order of run names
 */
public record PublishedRelease(
    Path directory,
    String release,
    int runs,
    int leftOut,
    long filesFetched,
    long filesKept,
    long filesFailed,
    long bytesFetched,
    List<Issue> issues) {
  public PublishedRelease {
    issues = List.copyOf(issues);
  }
}
