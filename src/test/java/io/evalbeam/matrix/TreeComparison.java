package io.evalbeam.matrix;

import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.Publication;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares all that two outputs publish.
 *
 * @param rowTables tables that are compared by rows; all other files by bytes
 */
record TreeComparison(List<RowTable> rowTables) {

  /** What is not compared, by start of the path, and why. */
  static final Map<String, String> NOT_COMPARED =
      Map.of(
          "receipt.json", "alone tells times, versions and the runner",
          "_evalbeam/", "what the next run compares its inputs with, which depends on the steps");

  private static final String FIRST_DIFFERENT_ROW =
      """
      select side, found::varchar as text from (
        select 'lacks' as side, missing as found from (%1$s except all %2$s) missing
        union all
        select 'has' as side, surplus as found from (%2$s except all %1$s) surplus
      ) order by all limit 1""";

  /** The first difference, as a sentence; empty if there is none. */
  Optional<String> firstDifference(Path expected, Path actual) throws IOException {
    Optional<String> incomplete = firstGap(actual);
    if (incomplete.isPresent()) {
      return incomplete;
    }
    SortedSet<String> paths = byBytes(expected);
    paths.addAll(byBytes(actual));
    for (String path : paths) {
      Optional<String> difference = bytes(path, expected.resolve(path), actual.resolve(path));
      if (difference.isPresent()) {
        return difference;
      }
    }
    SortedSet<String> all = compared(expected);
    all.addAll(compared(actual));
    for (RowTable table : rowTables) {
      if (all.stream().noneMatch(table::holds)) {
        continue;
      }
      Optional<String> difference = rows(table, expected, actual);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  /** Where the files of an output and what its manifests list part; empty if nowhere. */
  static Optional<String> firstGap(Path output) throws IOException {
    SortedMap<String, Manifest.Output> published = published(output);
    SortedSet<String> files = compared(output);
    for (String file : files) {
      if (!published.containsKey(file)) {
        return Optional.of(file + " is in no manifest");
      }
    }
    for (String path : published.keySet()) {
      if (!files.contains(path)) {
        return Optional.of(path + " is in a manifest and not there");
      }
    }
    return Optional.empty();
  }

  /** Rows of every published table, over all its files. */
  static SortedMap<String, Long> rowsByTable(Path output) throws IOException {
    SortedMap<String, Long> rows = new TreeMap<>();
    published(output).values().forEach(file -> rows.merge(file.table(), file.rows(), Long::sum));
    return rows;
  }

  private static SortedMap<String, Manifest.Output> published(Path output) throws IOException {
    SortedMap<String, Manifest.Output> published = new TreeMap<>();
    for (Path file : OutputTree.files(output.resolve("_evalbeam"))) {
      String name = file.getFileName().toString();
      if (name.endsWith(".json")) {
        String stage = name.substring(0, name.length() - ".json".length());
        Manifest manifest = Publication.read(output.toString(), stage).orElseThrow();
        manifest.files().forEach(listed -> published.put(listed.path(), listed));
      }
    }
    return published;
  }

  private SortedSet<String> byBytes(Path output) {
    SortedSet<String> paths = compared(output);
    paths.removeIf(path -> rowTables.stream().anyMatch(table -> table.holds(path)));
    return paths;
  }

  private static SortedSet<String> compared(Path output) {
    SortedSet<String> paths = new TreeSet<>();
    for (Path file : OutputTree.files(output)) {
      String path = output.relativize(file).toString();
      if (NOT_COMPARED.keySet().stream().noneMatch(path::startsWith)) {
        paths.add(path);
      }
    }
    return paths;
  }

  private static Optional<String> bytes(String path, Path expected, Path actual)
      throws IOException {
    if (Files.notExists(actual)) {
      return Optional.of(path + " is missing");
    }
    if (Files.notExists(expected)) {
      return Optional.of(path + " is not expected");
    }
    long at = Files.mismatch(expected, actual);
    return at < 0 ? Optional.empty() : Optional.of(path + " differs from byte " + at);
  }

  private static Optional<String> rows(RowTable table, Path expected, Path actual) {
    String one = "(" + table.in(expected) + ")";
    String other = "(" + table.in(actual) + ")";
    String name = table.prefix() + "*";
    if (count(one) == 0) {
      return Optional.of(name + " has no rows to compare");
    }
    List<Map<String, @Nullable String>> first =
        DuckDb.rows(FIRST_DIFFERENT_ROW.formatted(one, other));
    return first.stream()
        .findFirst()
        .map(row -> name + " " + row.get("side") + " the row " + row.get("text"));
  }

  private static long count(String sql) {
    String text = DuckDb.rows("select count(*) as n from " + sql).get(0).get("n");
    return Long.parseLong(String.valueOf(text));
  }
}
