package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.io.evaluation.Candidates;
import io.evalbeam.io.evaluation.FileIssues;
import io.evalbeam.io.evaluation.ListedDirectory;
import io.evalbeam.io.evaluation.ListedFile;
import io.evalbeam.io.evaluation.RunCandidate;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the run directories {@code {eval_id}/opencompass-{run_id}}. The input may be the root of
 * the tree, one evaluation, one run or one stamp directory: ids stand in directory names only, so
 * those above the input are put back in front, and all four inputs give the same locations.
 */
final class RunDirectories {
  private final List<String> above;
  private final Map<String, Found> runs = new TreeMap<>();
  private final TreeSet<String> evaluations = new TreeSet<>();

  private record Found(List<ListedFile> files, List<String> emptyDirectories) {}

  private RunDirectories(List<String> above) {
    this.above = above;
  }

  /** One candidate for each run directory. */
  static Candidates find(List<ListedFile> files, List<ListedDirectory> emptyDirectories) {
    List<ListedDirectory> entries = new ArrayList<>(emptyDirectories);
    files.forEach(f -> entries.add(new ListedDirectory(f.path(), f.relative())));
    RunDirectories directories = new RunDirectories(namesAbove(entries));
    files.forEach(directories::add);
    emptyDirectories.forEach(directories::add);
    return directories.candidates();
  }

  /** Names of the tree that the path of the input itself holds: none, or one to three. */
  private static List<String> namesAbove(List<ListedDirectory> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    ListedDirectory first = entries.get(0);
    String input = first.path().substring(0, first.path().length() - first.relative().length());
    List<String> names = Arrays.stream(input.split("/")).filter(n -> !n.isEmpty()).toList();
    int size = names.size();
    if (size >= 3 && TreeNames.isStamp(names.get(size - 1)) && isRun(names.get(size - 2))) {
      return names.subList(size - 3, size);
    }
    boolean runsBelow = entries.stream().anyMatch(e -> isRun(segment(e.relative(), 1)));
    if (size >= 2 && isRun(names.get(size - 1)) && !runsBelow) {
      return names.subList(size - 2, size);
    }
    boolean evaluation = entries.stream().anyMatch(e -> isRun(segment(e.relative(), 0)));
    return size >= 1 && evaluation ? names.subList(size - 1, size) : List.of();
  }

  private static boolean isRun(String name) {
    return name.startsWith(TreeNames.RUN_PREFIX);
  }

  private static String segment(String path, int position) {
    String[] segments = path.split("/", position + 2);
    return segments.length > position ? segments[position] : "";
  }

  private void add(ListedFile file) {
    String path = fromRoot(file.relative());
    String location = locationOf(path);
    if (path.length() > location.length() && !location.isEmpty()) {
      run(location).files().add(new ListedFile(file.path(), path, file.bytes()));
    }
  }

  private void add(ListedDirectory directory) {
    String path = fromRoot(directory.relative());
    String location = locationOf(path);
    if (!location.isEmpty()) {
      Found run = run(location);
      if (path.length() > location.length()) {
        run.emptyDirectories().add(path.substring(location.length() + 1));
      }
    }
  }

  private String fromRoot(String relative) {
    return above.isEmpty() ? relative : String.join("/", above) + "/" + relative;
  }

  /** The first two segments, or nothing when they are not those of a run. */
  private String locationOf(String path) {
    String evaluation = segment(path, 0);
    if (TreeNames.evaluationId(evaluation).isPresent()) {
      evaluations.add(evaluation);
    }
    String run = segment(path, 1);
    return isRun(run) ? evaluation + "/" + run : "";
  }

  private Found run(String location) {
    return runs.computeIfAbsent(location, l -> new Found(new ArrayList<>(), new ArrayList<>()));
  }

  private Candidates candidates() {
    List<RunCandidate> candidates = new ArrayList<>();
    runs.forEach(
        (location, run) ->
            candidates.add(new RunCandidate(location, run.files(), run.emptyDirectories())));
    runs.keySet().forEach(location -> evaluations.remove(segment(location, 0)));
    List<Issue> issues = evaluations.stream().map(RunDirectories::withoutRun).toList();
    return new Candidates(candidates, issues);
  }

  private static Issue withoutRun(String evaluation) {
    return Issue.rejected(
        IssueCode.RESULTS_DIR_NOT_FOUND,
        FileIssues.STAGE,
        evaluation,
        "",
        evaluation,
        "The evaluation holds no directory opencompass-{run_id}.");
  }
}
