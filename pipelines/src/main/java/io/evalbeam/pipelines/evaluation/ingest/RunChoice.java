package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.RunFormat;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.evaluation.RunStatus;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides which of the runs found count. A run that lies below the input twice counts once; a run
 * that was made again in a later suite counts there. The order in which runs were found does not
 * matter.
 */
final class RunChoice {
  private final RunFormat format;
  private final List<PlannedRun> chosen = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();

  private RunChoice(RunFormat format) {
    this.format = format;
  }

  /** Chooses among all runs of one source and benchmark. */
  static RunChoice of(RunFormat format, List<FoundRun> found) throws IOException {
    RunChoice choice = new RunChoice(format);
    SortedMap<String, SortedMap<String, List<FoundRun>>> byName = new TreeMap<>();
    for (FoundRun run : found) {
      byName
          .computeIfAbsent(run.header().runName(), name -> new TreeMap<>(Comparator.reverseOrder()))
          .computeIfAbsent(run.precedence(), precedence -> new ArrayList<>())
          .add(run);
    }
    for (SortedMap<String, List<FoundRun>> copies : byName.values()) {
      choice.choose(copies);
    }
    return choice;
  }

  /** Runs to publish, sorted by task, model, name and content. */
  List<PlannedRun> chosen() {
    return chosen.stream().sorted(Comparator.comparing(PlannedRun::run, ORDER)).toList();
  }

  /** What was found twice. */
  List<Issue> issues() {
    return issues;
  }

  /** The order of runs in parts. */
  private static final Comparator<FoundRun> ORDER =
      Comparator.comparing((FoundRun run) -> run.header().task())
          .thenComparing(run -> run.header().modelName())
          .thenComparing(run -> run.header().runName())
          .thenComparing(FoundRun::runHash);

  private void choose(SortedMap<String, List<FoundRun>> copies) throws IOException {
    RunStatus status = RunStatus.LIVE;
    for (List<FoundRun> equal : copies.values()) {
      chosen.add(new PlannedRun(one(equal), status));
      status = RunStatus.SUPERSEDED;
    }
  }

  private FoundRun one(List<FoundRun> copies) throws IOException {
    if (copies.size() == 1) {
      return copies.get(0);
    }
    boolean differ = copies.stream().map(FoundRun::runHash).distinct().count() > 1;
    FoundRun best = copies.get(0);
    for (FoundRun copy : copies) {
      best = better(best, copy, differ);
    }
    for (FoundRun copy : copies) {
      if (!copy.location().equals(best.location())) {
        issues.add(duplicate(copy, best));
      }
    }
    return best;
  }

  /**
   * The later one; of equal ones that with the larger hash; of equal contents the first by place.
   */
  private FoundRun better(FoundRun a, FoundRun b, boolean differ) throws IOException {
    if (differ) {
      int order = Long.compare(lastRequest(a), lastRequest(b));
      if (order == 0) {
        order = a.runHash().compareTo(b.runHash());
      }
      if (order != 0) {
        return order > 0 ? a : b;
      }
    }
    return a.location().compareTo(b.location()) <= 0 ? a : b;
  }

  private long lastRequest(FoundRun run) throws IOException {
    Long at = format.lastRequestAt(run);
    return at == null ? Long.MIN_VALUE : at;
  }

  private static Issue duplicate(FoundRun copy, FoundRun best) {
    RunHeader header = copy.header();
    boolean same = copy.runHash().equals(best.runHash());
    return Issue.warning(
        IssueCode.RUN_DUPLICATE,
        FindRuns.STAGE,
        copy.location(),
        "",
        header.runName(),
        same
            ? "The same run with the same content lies in " + best.location() + "; it counts once."
            : "The copy of this run in "
                + best.location()
                + " has other content and counts: its last request is the later one, or its hash"
                + " the greater one where that says nothing.");
  }
}
