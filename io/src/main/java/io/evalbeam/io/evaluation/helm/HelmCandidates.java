package io.evalbeam.io.evaluation.helm;

import io.evalbeam.io.evaluation.Candidates;
import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.io.evaluation.ListedFile;
import io.evalbeam.io.evaluation.RunCandidate;
import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds run directories: those that hold a run specification, at any depth. With a release, the
 * index of that release is one more file of each candidate.
 */
final class HelmCandidates {
  private static final String CACHE = "eval_cache";

  private final List<RunCandidate> candidates = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();

  private HelmCandidates() {}

  static Candidates find(List<ListedFile> files, IngestScope scope) throws IOException {
    HelmCandidates found = new HelmCandidates();
    List<ListedFile> indexes = found.indexes(files, scope);
    if (scope.release() == null || !indexes.isEmpty()) {
      byFolder(files).forEach((folder, used) -> found.folder(folder, used, indexes));
    }
    return new Candidates(found.candidates, found.issues);
  }

  private static Map<String, EnumMap<HelmFile, ListedFile>> byFolder(List<ListedFile> files) {
    Map<String, EnumMap<HelmFile, ListedFile>> folders = new TreeMap<>();
    for (ListedFile file : files) {
      String folder = Place.folder(file.relative());
      HelmFile kind = HelmFile.of(Place.name(file.relative()));
      if (kind != null && !isCache(folder)) {
        // The list is sorted, so a plain file comes before its compressed copy and wins.
        folders.computeIfAbsent(folder, f -> new EnumMap<>(HelmFile.class)).putIfAbsent(kind, file);
      }
    }
    return folders;
  }

  private static boolean isCache(String folder) {
    return ("/" + folder + "/").contains("/" + CACHE + "/");
  }

  private void folder(String folder, EnumMap<HelmFile, ListedFile> used, List<ListedFile> indexes) {
    if (!used.containsKey(HelmFile.RUN_SPEC)) {
      if (used.containsKey(HelmFile.PER_INSTANCE_STATS)
          || used.containsKey(HelmFile.SCENARIO_STATE)) {
        issues.add(
            Place.rejected(
                IssueCode.RUN_UNIDENTIFIED,
                folder,
                HelmFile.RUN_SPEC.plainName(),
                "The folder holds results and no run_spec.json, so nobody knows which run they"
                    + " are of."));
      }
      return;
    }
    List<ListedFile> all = new ArrayList<>(used.values());
    ReleaseIndex.governing(indexes, folder).ifPresent(all::add);
    all.sort(Comparator.comparing(ListedFile::relative));
    candidates.add(new RunCandidate(folder, all));
  }

  /** Sound indexes of the release asked for; issues tell why there is none. */
  private List<ListedFile> indexes(List<ListedFile> files, IngestScope scope) throws IOException {
    String release = scope.release();
    if (release == null) {
      return List.of();
    }
    List<ListedFile> indexes = new ArrayList<>();
    for (ListedFile file : files) {
      if (!ReleaseIndex.isOf(file, release)) {
        continue;
      }
      try {
        ReleaseIndex.check(file);
        indexes.add(file);
      } catch (BrokenFileException e) {
        issues.add(
            Place.rejected(
                e.code(),
                file.relative(),
                e.location(),
                e.detail() + " Without it nobody knows the runs of release " + release + "."));
      }
    }
    if (indexes.isEmpty() && issues.isEmpty()) {
      issues.add(
          Place.rejected(
              IssueCode.SOURCE_UNAVAILABLE,
              ReleaseIndex.path(release),
              "file",
              "The index of release "
                  + release
                  + " is not below the input. Name the folder that holds runs/ and releases/, or"
                  + " leave the release out."));
    }
    return indexes;
  }
}
