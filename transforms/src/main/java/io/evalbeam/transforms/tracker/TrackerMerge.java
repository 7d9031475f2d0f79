package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.tracking.SourceRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One row per name: sources in alphabetical order, rows in file order, and the last row replaces
 * the earlier ones with its developer, scores and source.
 */
public final class TrackerMerge {
  private static final Comparator<SourceRow> READING_ORDER =
      Comparator.comparing(SourceRow::source).thenComparingInt(SourceRow::row);

  /**
   * The rows of one name.
   *
   * @param row the last row, the only one the policy looks at
   * @param rawNames distinct raw names of all rows, sorted
   * @param observationCount number of all rows
   */
  public record Merged(SourceRow row, List<String> rawNames, int observationCount) {
    public Merged {
      rawNames = List.copyOf(rawNames);
    }
  }

  private TrackerMerge() {}

  /**
   * Merges rows given in any order.
   *
   * @return sorted by name, code unit order
   */
  public static List<Merged> merge(Collection<SourceRow> rows) {
    TreeMap<String, List<SourceRow>> byName = new TreeMap<>();
    for (SourceRow row : rows) {
      byName.computeIfAbsent(key(row.name()), name -> new ArrayList<>()).add(row);
    }
    return byName.values().stream().map(TrackerMerge::mergeName).toList();
  }

  /** What rows must share to be merged. */
  public static String key(String name) {
    return PythonText.strip(PythonText.lower(name));
  }

  /** Merges the rows of one name, given in any order; at least one. */
  public static Merged mergeName(List<SourceRow> rows) {
    TreeSet<String> rawNames = new TreeSet<>();
    SourceRow last = rows.get(0);
    for (SourceRow row : rows) {
      rawNames.add(row.rawName());
      if (READING_ORDER.compare(row, last) >= 0) {
        last = row;
      }
    }
    return new Merged(last, List.copyOf(rawNames), rows.size());
  }
}
