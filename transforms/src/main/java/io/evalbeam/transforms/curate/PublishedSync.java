package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.csv.FormulaGuard;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.transforms.curate.SyncPlan.CellChange;
import io.evalbeam.transforms.curate.SyncPlan.UnmappedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Plans the exchange between the staging table, whose columns are the curated ones, and the
 * published table. Columns that only one side has are left alone.
 */
public final class PublishedSync {
  /** Name column of the published table. */
  public static final String PUBLISHED_NAME = "Model";

  private static final Map<String, String> PUBLISHED_DEFAULTS = publishedDefaults();
  private static final Map<String, String> STAGING_DEFAULTS = stagingDefaults();

  private final PublishedNames names;
  private final DisplayNames suggestions;
  private final String asOf;
  private final boolean acceptSuggestions;

  /**
   * Settings of both directions.
   *
   * @param names the name map
   * @param suggestions for names that the map lacks
   * @param asOf ISO date of the run, noted in every added row
   * @param acceptSuggestions whether a person agreed to use suggested names
   */
  public PublishedSync(
      PublishedNames names, DisplayNames suggestions, String asOf, boolean acceptSuggestions) {
    this.names = names;
    this.suggestions = suggestions;
    this.asOf = asOf;
    this.acceptSuggestions = acceptSuggestions;
  }

  /** What the published table would take from the staging table. */
  public SyncPlan toPublished(CsvTable staging, CsvTable published) {
    Plan plan = new Plan(published, PUBLISHED_NAME);
    for (CuratedRow row : namedRows(staging, CuratedColumns.MODEL)) {
      String key = row.model();
      Optional<String> mapped = names.display(key);
      String display = mapped.orElseGet(() -> suggestions.suggest(key));
      if (mapped.isEmpty() && !acceptSuggestions && !plan.has(display)) {
        plan.unmapped.add(new UnmappedName(key, display));
        continue;
      }
      Map<String, String> cells = new LinkedHashMap<>();
      for (PublishedField field : PublishedField.values()) {
        cells.put(field.published(), field.toPublished(unguarded(row, field.staging())));
      }
      plan.offer(
          key,
          display,
          cells,
          PUBLISHED_DEFAULTS,
          PublishedField.NOTES.published(),
          "Added from the staging table on " + asOf + ".");
    }
    return plan.build();
  }

  /** What the staging table would take from the published table. */
  public SyncPlan toStaging(CsvTable published, CsvTable staging) {
    Plan plan = new Plan(staging, CuratedColumns.MODEL);
    Map<String, String> defaults = new LinkedHashMap<>();
    STAGING_DEFAULTS.forEach(
        (column, cell) -> {
          if (staging.column(column) >= 0) {
            defaults.put(column, cell);
          }
        });
    for (CuratedRow row : namedRows(published, PUBLISHED_NAME)) {
      String display = FormulaGuard.unguard(row.cell(PUBLISHED_NAME)).strip();
      List<String> keys = names.keys(display);
      String key =
          keys.stream()
              .filter(plan::has)
              .findFirst()
              .orElseGet(() -> keys.isEmpty() ? keyOf(display) : keys.get(0));
      if (keys.isEmpty() && !acceptSuggestions && !plan.has(key)) {
        plan.unmapped.add(new UnmappedName(display, key));
        continue;
      }
      Map<String, String> cells = new LinkedHashMap<>();
      for (PublishedField field : PublishedField.values()) {
        cells.put(field.staging(), field.toStaging(unguarded(row, field.published())));
      }
      plan.offer(
          display,
          key,
          cells,
          defaults,
          CuratedColumns.NOTES,
          "Added from the published table on " + asOf + ".");
    }
    return plan.build();
  }

  private static List<CuratedRow> namedRows(CsvTable table, String nameColumn) {
    if (table.column(nameColumn) < 0) {
      throw new InvalidConfigurationException(
          List.of("the table to synchronise from has no column " + nameColumn));
    }
    return CuratedRow.of(table).stream().filter(row -> !row.cell(nameColumn).isBlank()).toList();
  }

  private static String unguarded(CuratedRow row, String column) {
    return FormulaGuard.unguard(row.cell(column));
  }

  private static String keyOf(String display) {
    return display
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}.]+", "_")
        .replaceAll("^_+|_+$", "");
  }

  private static Map<String, String> publishedDefaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("Domain", "Language");
    defaults.put("Task", "Language modeling/generation");
    defaults.put("Model accessibility", "API access");
    defaults.put("Country (of organization)", "Unknown");
    defaults.put("Organization categorization (from Organization)", "Industry");
    return defaults;
  }

  private static Map<String, String> stagingDefaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put(CuratedColumns.CONFIDENCE, "unknown");
    defaults.put(CuratedColumns.ESTIMATION_METHOD, PublishedField.TYPED_BY_HAND);
    defaults.put(CuratedColumns.THRESHOLD_CLASSIFICATION, "manual_entry");
    defaults.put("status", "manual_import");
    return defaults;
  }

  /** Collects what happens to one target. */
  private static final class Plan {
    private final CsvTable target;
    private final String nameColumn;
    private final boolean published;
    private final Map<String, Integer> rowOfName = new HashMap<>();
    private final Map<String, String> claimedBy = new HashMap<>();
    private final List<Map<String, String>> additions = new ArrayList<>();
    private final List<CellChange> changes = new ArrayList<>();
    private final List<UnmappedName> unmapped = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();
    private int unchanged;

    Plan(CsvTable target, String nameColumn) {
      if (target.column(nameColumn) < 0) {
        throw new InvalidConfigurationException(
            List.of("the table to synchronise to has no column " + nameColumn));
      }
      this.target = target;
      this.nameColumn = nameColumn;
      this.published = nameColumn.equals(PUBLISHED_NAME);
      for (int i = 0; i < target.rows().size(); i++) {
        String name = target.cell(i, nameColumn);
        if (name != null && !name.isBlank()) {
          String clean = FormulaGuard.unguard(name).strip();
          if (rowOfName.putIfAbsent(clean, i) != null) {
            conflicts.add("the target has two rows " + clean + "; the first one is compared");
          }
        }
      }
    }

    SyncPlan build() {
      return new SyncPlan(target, additions, changes, unmapped, conflicts, unchanged);
    }

    boolean has(String name) {
      return rowOfName.containsKey(name);
    }

    void offer(
        String sourceName,
        String targetName,
        Map<String, String> cells,
        Map<String, String> defaults,
        String notesColumn,
        String addedNote) {
      String earlier = claimedBy.putIfAbsent(targetName, sourceName);
      if (earlier != null) {
        conflicts.add(sourceName + " and " + earlier + " are both " + targetName);
        return;
      }
      Integer row = rowOfName.get(targetName);
      if (row == null) {
        addRow(targetName, cells, defaults, notesColumn, addedNote);
        return;
      }
      int before = changes.size();
      for (PublishedField field : PublishedField.values()) {
        compare(row, targetName, field, cells);
      }
      unchanged += changes.size() == before ? 1 : 0;
    }

    private void addRow(
        String name,
        Map<String, String> cells,
        Map<String, String> defaults,
        String notesColumn,
        String addedNote) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put(nameColumn, name);
      cells.forEach(
          (column, cell) -> {
            if (!cell.isEmpty()) {
              row.put(column, cell);
            }
          });
      defaults.forEach(row::putIfAbsent);
      row.merge(notesColumn, addedNote, (notes, note) -> notes + " " + note);
      row.replaceAll((column, cell) -> FormulaGuard.guard(cell));
      additions.add(row);
    }

    private void compare(int row, String name, PublishedField field, Map<String, String> cells) {
      String column = published ? field.published() : field.staging();
      String offered = cells.getOrDefault(column, "");
      String cell = target.cell(row, column);
      String standing = cell == null ? "" : FormulaGuard.unguard(cell);
      boolean same = published ? field.same(offered, standing) : field.same(standing, offered);
      if (!offered.isBlank() && !same) {
        changes.add(new CellChange(row, name, column, standing, FormulaGuard.guard(offered)));
      }
    }
  }
}
