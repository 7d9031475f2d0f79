package io.evalbeam.io.evaluation;

import io.evalbeam.schemas.issue.Issue;
import java.util.List;

/**
 * What lies below an input.
 *
 * @param files regular files, sorted by relative path
 * @param emptyDirectories directories without any entry, sorted by relative path; only local file
 *     systems have them
 * @param issues links, pipes and devices, which are never opened
 */
public record InputListing(
    List<ListedFile> files, List<ListedDirectory> emptyDirectories, List<Issue> issues) {
  public InputListing {
    files = List.copyOf(files);
    emptyDirectories = List.copyOf(emptyDirectories);
    issues = List.copyOf(issues);
  }
}
