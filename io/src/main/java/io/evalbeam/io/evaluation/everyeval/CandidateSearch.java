package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.io.evaluation.Candidates;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.ListedFile;
import io.evalbeam.io.evaluation.RunCandidate;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds aggregates by their names, {@code {uuid}.json}, and their samples beside them: {@code
 * {uuid}_samples.jsonl}, in the oldest files {@code {uuid}.jsonl}. Paths that the data state are
 * never followed.
 */
final class CandidateSearch {
  static final String AGGREGATE_ENDING = ".json";
  private static final String SAMPLES_ENDING = "_samples.jsonl";
  private static final String OLD_SAMPLES_ENDING = ".jsonl";
  private static final int UUID_LENGTH = 36;

  private final Map<String, ListedFile> files = new HashMap<>();
  private final List<RunCandidate> candidates = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();

  private CandidateSearch() {}

  static Candidates of(List<ListedFile> listed) {
    CandidateSearch search = new CandidateSearch();
    listed.forEach(f -> search.files.put(f.relative(), f));
    listed.forEach(search::visit);
    search.candidates.sort(
        Comparator.comparing(RunCandidate::location)
            .thenComparing(c -> c.files().get(0).relative()));
    return new Candidates(search.candidates, search.issues);
  }

  private void visit(ListedFile file) {
    String path = file.relative();
    String aggregate = stem(path, AGGREGATE_ENDING);
    if (aggregate != null) {
      candidates.add(candidate(file, aggregate));
      return;
    }
    String samples = stem(path, SAMPLES_ENDING);
    String oldSamples = stem(path, OLD_SAMPLES_ENDING);
    if (samples != null) {
      checkAggregate(path, samples);
    } else if (oldSamples != null) {
      checkAggregate(path, oldSamples);
      checkOnly(path, oldSamples);
    }
  }

  private RunCandidate candidate(ListedFile aggregate, String stem) {
    ListedFile samples = files.get(stem + SAMPLES_ENDING);
    ListedFile found = samples == null ? files.get(stem + OLD_SAMPLES_ENDING) : samples;
    String path = aggregate.relative();
    String location = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    return new RunCandidate(
        location, found == null ? List.of(aggregate) : List.of(aggregate, found));
  }

  private void checkAggregate(String samples, String stem) {
    if (!files.containsKey(stem + AGGREGATE_ENDING)) {
      issues.add(
          Issue.rejected(
              IssueCode.FILE_MISSING,
              FileIssues.STAGE,
              samples,
              "",
              "",
              "A samples file needs its aggregate of the same name beside it."));
    }
  }

  private void checkOnly(String oldSamples, String stem) {
    if (files.containsKey(stem + SAMPLES_ENDING)) {
      issues.add(
          Issue.rejected(
              IssueCode.RUN_DUPLICATE,
              FileIssues.STAGE,
              oldSamples,
              "",
              "",
              "The aggregate has a second samples file, named as the standard wants; that one"
                  + " counts."));
    }
  }

  /** The path without its ending, null unless the name is a UUID with this ending. */
  private static @Nullable String stem(String path, String ending) {
    int start = path.lastIndexOf('/') + 1;
    boolean fits =
        path.length() - start == UUID_LENGTH + ending.length()
            && path.endsWith(ending)
            && isUuid(path, start);
    return fits ? path.substring(0, start + UUID_LENGTH) : null;
  }

  private static boolean isUuid(String path, int start) {
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = path.charAt(start + i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : Character.digit(c, 16) < 0 || c > 'f') {
        return false;
      }
    }
    return true;
  }
}
