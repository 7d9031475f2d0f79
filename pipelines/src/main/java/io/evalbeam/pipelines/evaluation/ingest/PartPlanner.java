package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.evaluation.RunStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares the runs found with the register: unchanged runs keep their rows, new and changed ones
 * are distributed over new parts, rows of changed and vanished runs are retired. Numbers of parts
 * are never used twice.
 */
final class PartPlanner {
  private final List<RunEntry> entries = new ArrayList<>();
  private final List<PartPlan> parts = new ArrayList<>();
  private int nextPart;

  private PartPlanner(int nextPart) {
    this.nextPart = nextPart;
  }

  /**
   * Plans a run of the command.
   *
   * @param chosen runs to publish, in the order of rows
   * @param register entries of the previous run
   * @param nextPart lowest number that was never used
   * @param partBytes bytes of run files a part holds, about
   * @param compact whether all rows that stay are written again
   */
  static PartPlanner plan(
      List<PlannedRun> chosen,
      List<RunEntry> register,
      int nextPart,
      long partBytes,
      boolean compact) {
    PartPlanner planner = new PartPlanner(nextPart);
    Map<String, RunEntry> known = new HashMap<>();
    register.forEach(entry -> known.put(key(entry), entry));
    Map<String, PlannedRun> current = new HashMap<>();
    List<PlannedRun> unread = new ArrayList<>();
    List<RunEntry> kept = new ArrayList<>();
    for (PlannedRun planned : chosen) {
      current.put(identity(planned.run()), planned);
      RunEntry entry = known.remove(key(planned.run()));
      if (entry == null) {
        unread.add(planned);
      } else {
        kept.add(moved(entry, planned));
      }
    }
    if (compact) {
      planner.copy(kept, partBytes);
    } else {
      planner.entries.addAll(kept);
      known.values().forEach(entry -> planner.entries.add(retired(entry, current)));
    }
    planner.read(unread, partBytes);
    return planner;
  }

  /** Entries of rows that are not written now. */
  List<RunEntry> entries() {
    return entries;
  }

  /** Parts to write. */
  List<PartPlan> parts() {
    return parts;
  }

  /** Lowest number that is still free. */
  int nextPart() {
    return nextPart;
  }

  private void read(List<PlannedRun> runs, long partBytes) {
    List<PlannedRun> part = new ArrayList<>();
    Cuts cuts = Cuts.of(runs.stream().mapToLong(planned -> planned.run().bytes()).sum(), partBytes);
    for (PlannedRun planned : runs) {
      part.add(planned);
      if (cuts.endsAfter(planned.run().bytes())) {
        parts.add(new PartPlan(nextPart++, part, List.of()));
        part.clear();
      }
    }
    if (!part.isEmpty()) {
      parts.add(new PartPlan(nextPart++, part, List.of()));
    }
  }

  private void copy(List<RunEntry> kept, long partBytes) {
    SortedMap<Integer, List<RunEntry>> byPart = new TreeMap<>();
    kept.forEach(
        entry -> byPart.computeIfAbsent(entry.part(), number -> new ArrayList<>()).add(entry));
    List<PartCopy> copies = new ArrayList<>();
    Cuts cuts = Cuts.of(kept.stream().mapToLong(RunEntry::bytes).sum(), partBytes);
    for (Map.Entry<Integer, List<RunEntry>> part : byPart.entrySet()) {
      copies.add(new PartCopy(part.getKey(), part.getValue()));
      if (cuts.endsAfter(part.getValue().stream().mapToLong(RunEntry::bytes).sum())) {
        parts.add(new PartPlan(nextPart++, List.of(), copies));
        copies.clear();
      }
    }
    if (!copies.isEmpty()) {
      parts.add(new PartPlan(nextPart++, List.of(), copies));
    }
  }

  private static RunEntry moved(RunEntry entry, PlannedRun planned) {
    return entry.at(planned.status(), planned.run().location());
  }

  private static RunEntry retired(RunEntry entry, Map<String, PlannedRun> current) {
    boolean replaced = current.containsKey(identity(entry.runName(), entry.suite()));
    return entry.at(replaced ? RunStatus.REPLACED : RunStatus.REMOVED, entry.location());
  }

  private static String identity(FoundRun run) {
    return identity(run.header().runName(), run.header().suite());
  }

  private static String identity(String runName, @Nullable String suite) {
    return runName + "\n" + Objects.requireNonNullElse(suite, "");
  }

  private static String key(FoundRun run) {
    return identity(run) + "\n" + run.runHash();
  }

  private static String key(RunEntry entry) {
    return identity(entry.runName(), entry.suite()) + "\n" + entry.runHash();
  }

  /** Ends parts where they are full, so that all of them hold about the same number of bytes. */
  private static final class Cuts {
    private final double partBytes;
    private double taken;
    private int ended;

    private Cuts(double partBytes) {
      this.partBytes = partBytes;
    }

    static Cuts of(long total, long partBytes) {
      long parts = Math.max(1, Math.round((double) total / partBytes));
      return new Cuts((double) total / parts);
    }

    boolean endsAfter(long bytes) {
      taken += bytes;
      // Half a byte of slack: the last part must not lose its end to rounding.
      if (taken + 0.5 < (ended + 1) * partBytes) {
        return false;
      }
      ended = (int) (taken / partBytes + 0.5);
      return true;
    }
  }
}
