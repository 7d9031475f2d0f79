package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.transforms.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What changed between two lists of models.
 *
 * @param added keys only in the newer list, sorted
 * @param gone keys only in the older list, sorted
 * @param common keys in both
 * @param changes fields that differ, sorted by key and field
 */
public record ModelDiff(
    List<String> added, List<String> gone, int common, List<FieldChange> changes) {

  /** Fields that tell when a file was written, not what a model is. */
  public static final Set<String> TIMES = Set.of("last_updated", "saved_at", "updated_at");

  private static final List<String> COLUMNS = List.of("change", "model", "field", "from", "to");

  /**
   * One field that differs.
   *
   * @param from empty when the older list has no value
   * @param to empty when the newer list has no value
   */
  public record FieldChange(String key, String field, String from, String to) {}

  public ModelDiff {
    added = List.copyOf(added);
    gone = List.copyOf(gone);
    changes = List.copyOf(changes);
  }

  /**
   * Compares two lists. FLOP values are equal when they are to three digits, other numbers when
   * they are the same number, anything else when it is the same text.
   *
   * @param ignored fields that are not compared, such as {@link #TIMES}
   */
  public static ModelDiff between(
      Map<String, Map<String, String>> older,
      Map<String, Map<String, String>> newer,
      Set<String> ignored) {
    List<String> added =
        newer.keySet().stream().filter(k -> !older.containsKey(k)).sorted().toList();
    List<String> gone =
        older.keySet().stream().filter(k -> !newer.containsKey(k)).sorted().toList();
    List<FieldChange> changes = new ArrayList<>();
    new TreeMap<>(older)
        .forEach(
            (key, before) -> {
              Map<String, String> after = newer.get(key);
              if (after != null) {
                addChanges(changes, key, before, after, ignored);
              }
            });
    return new ModelDiff(added, gone, older.size() - gone.size(), changes);
  }

  /** Models in both lists whose field differs. */
  public long changed(String field) {
    return changes.stream().filter(change -> change.field().equals(field)).count();
  }

  /** One row for each new model, vanished model and changed field. */
  public CsvTable toCsv() {
    List<List<String>> rows = new ArrayList<>();
    added.forEach(key -> rows.add(List.of("new", key, "", "", "")));
    gone.forEach(key -> rows.add(List.of("gone", key, "", "", "")));
    changes.forEach(c -> rows.add(List.of("changed", c.key(), c.field(), c.from(), c.to())));
    return new CsvTable(COLUMNS, rows);
  }

  /**
   * The same rows for people, with the totals at the end.
   *
   * @param maxWidth characters a line
   */
  public String render(int maxWidth) {
    TextTable table = TextTable.of(COLUMNS.toArray(String[]::new));
    toCsv().rows().forEach(table::row);
    long models = changes.stream().map(FieldChange::key).distinct().count();
    return table.render(maxWidth)
        + String.format(
            Locale.ROOT,
            "%d new, %d gone, %d in both, of these %d changed in %d fields\n",
            added.size(),
            gone.size(),
            common,
            models,
            changes.size());
  }

  private static void addChanges(
      List<FieldChange> changes,
      String key,
      Map<String, String> before,
      Map<String, String> after,
      Set<String> ignored) {
    Set<String> fields = new TreeSet<>(before.keySet());
    fields.addAll(after.keySet());
    fields.removeAll(ignored);
    for (String field : fields) {
      String from = before.getOrDefault(field, "");
      String to = after.getOrDefault(field, "");
      if (!same(field, from, to)) {
        changes.add(new FieldChange(key, field, from, to));
      }
    }
  }

  private static boolean same(String field, String from, String to) {
    if (field.endsWith("flop")) {
      return FlopText.same(from, to);
    }
    Double a = FlopText.parse(from);
    Double b = FlopText.parse(to);
    return (a == null || b == null) ? from.equals(to) : a.equals(b);
  }
}
