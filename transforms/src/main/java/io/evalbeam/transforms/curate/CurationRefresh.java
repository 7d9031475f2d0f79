package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.tracking.CuratedTable;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.transforms.curate.CurationSubject.StandingRow;
import io.evalbeam.transforms.curate.SubjectResolver.Fate;
import io.evalbeam.transforms.curate.SubjectResolver.PlacedRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the curated tables up to the estimates without touching what people typed. Verified rows
 * keep every cell; the others take the new values and keep their notes; models that vanished stay,
 * marked; one model stands in one table. Refreshing twice equals refreshing once.
 */
public final class CurationRefresh {
  static final String STAGE = "curate-models";

  private CurationRefresh() {}

  /**
   * The tables after a refresh.
   *
   * @param above existing table, null when there is none
   * @param below existing table, null when there is none
   * @param models in any order
   * @param decisions in the order they were made
   * @param matcher says which spellings are one model
   * @throws InvalidConfigurationException when an existing table has no column for names
   */
  public static RefreshResult refresh(
      @Nullable CsvTable above,
      @Nullable CsvTable below,
      List<TrackedModel> models,
      List<Decision> decisions,
      NameMatcher matcher,
      RefreshSettings settings) {
    List<Issue> issues = new ArrayList<>();
    List<StandingRow> standing = new ArrayList<>();
    List<PlacedRow> placed = new ArrayList<>();
    for (CuratedTable table : CuratedTable.values()) {
      CsvTable existing = table == CuratedTable.ABOVE ? above : below;
      for (CuratedRow row : existing == null ? List.<CuratedRow>of() : rows(existing, table)) {
        if (row.model().isEmpty()) {
          issues.add(unnamed(table, row));
          placed.add(new PlacedRow(table, row, Fate.UNNAMED, table));
        } else {
          standing.add(new StandingRow(table, row));
        }
      }
    }
    int before = standing.size() + placed.size();
    int covered = 0;
    SubjectResolver resolver = new SubjectResolver(settings, issues);
    for (CurationSubject subject :
        SubjectLinker.link(standing, models, decisions, matcher, issues)) {
      List<PlacedRow> rows = resolver.resolve(subject);
      placed.addAll(rows);
      covered += subject.model() != null && !rows.isEmpty() ? 1 : 0;
    }
    return new RefreshResult(
        table(above, CuratedTable.ABOVE, placed),
        table(below, CuratedTable.BELOW, placed),
        issues,
        statistics(before, placed, models.size(), covered));
  }

  private static List<CuratedRow> rows(CsvTable existing, CuratedTable table) {
    if (existing.column(CuratedColumns.MODEL) < 0) {
      throw new InvalidConfigurationException(
          List.of("the curated table " + table.key() + " has no column model"));
    }
    return CuratedRow.of(existing);
  }

  private static Issue unnamed(CuratedTable table, CuratedRow row) {
    return Issue.warning(
        IssueCode.NAME_MISSING,
        STAGE,
        "curated",
        table.key(),
        String.join(",", row.cells().values()),
        "a curated row has no model name; it is kept as it is");
  }

  /** Columns stay where the file has them; new ones are added at the end. */
  private static CsvTable table(
      @Nullable CsvTable existing, CuratedTable table, List<PlacedRow> placed) {
    List<CuratedRow> rows =
        placed.stream()
            .filter(row -> row.table() == table)
            .map(PlacedRow::row)
            .sorted(CuratedRow.ORDER)
            .toList();
    Set<String> header = new LinkedHashSet<>(existing == null ? List.of() : existing.header());
    header.addAll(CuratedColumns.ALL);
    rows.forEach(row -> header.addAll(row.cells().keySet()));
    List<List<String>> cells = new ArrayList<>();
    for (CuratedRow row : rows) {
      cells.add(header.stream().map(row::cell).toList());
    }
    return new CsvTable(List.copyOf(header), cells);
  }

  private static RefreshStatistics statistics(
      int before, List<PlacedRow> placed, int models, int covered) {
    int added = count(placed, Fate.ADDED);
    int fresh = (int) placed.stream().filter(row -> row.from() == null).count();
    return new RefreshStatistics(
        before,
        (int) placed.stream().filter(row -> row.table() == CuratedTable.ABOVE).count(),
        (int) placed.stream().filter(row -> row.table() == CuratedTable.BELOW).count(),
        count(placed, Fate.KEPT_VERIFIED),
        count(placed, Fate.DECIDED),
        count(placed, Fate.UNCHANGED),
        count(placed, Fate.UPDATED),
        added,
        count(placed, Fate.STALE),
        count(placed, Fate.UNNAMED),
        before - (placed.size() - fresh),
        fresh - added,
        (int)
            placed.stream().filter(row -> row.from() != null && row.from() != row.table()).count(),
        verified(placed, CuratedTable.ABOVE),
        verified(placed, CuratedTable.BELOW),
        models,
        covered);
  }

  private static int count(List<PlacedRow> placed, Fate fate) {
    return (int) placed.stream().filter(row -> row.fate() == fate).count();
  }

  private static int verified(List<PlacedRow> placed, CuratedTable table) {
    return (int)
        placed.stream().filter(row -> row.table() == table && row.row().verified()).count();
  }
}
