package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.CuratedTable;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.transforms.curate.CurationSubject.StandingRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides which rows one model has after a refresh, and in which table. */
final class SubjectResolver {
  private final RefreshSettings settings;
  private final List<Issue> issues;

  SubjectResolver(RefreshSettings settings, List<Issue> issues) {
    this.settings = settings;
    this.issues = issues;
  }

  /** What became of a row. */
  enum Fate {
    KEPT_VERIFIED,
    DECIDED,
    UNCHANGED,
    UPDATED,
    ADDED,
    STALE,
    UNNAMED
  }

  /**
   * A row after the refresh.
   *
   * @param from the table it stood in; null when it stood in neither
   */
  record PlacedRow(CuratedTable table, CuratedRow row, Fate fate, @Nullable CuratedTable from) {}

  List<PlacedRow> resolve(CurationSubject subject) {
    // Finished first: a note that a decision adds to them is then not missed in their copies.
    List<PlacedRow> placed = new ArrayList<>();
    verifiedRows(subject).forEach(row -> placed.add(finish(subject, row)));
    if (placed.isEmpty()) {
      PlacedRow row = singleRow(subject);
      if (row == null) {
        issues.add(
            warning(
                IssueCode.DECISION_UNMATCHED,
                subject,
                "a decision names a model that is in no estimate and in no table"));
        return List.of();
      }
      placed.add(finish(subject, row));
    } else {
      annotatedCopies(subject, placed).forEach(row -> placed.add(finish(subject, row)));
    }
    reportMissing(subject, placed);
    return placed;
  }

  private List<PlacedRow> verifiedRows(CurationSubject subject) {
    List<StandingRow> verified =
        subject.rows().stream().filter(standing -> standing.row().verified()).toList();
    Decision verdict = subject.verdict();
    CuratedTable decided = verdict == null ? null : tableOf(verdict);
    if (decided == null && verified.stream().map(StandingRow::table).distinct().count() > 1) {
      issues.add(
          warning(
              IssueCode.VALUES_CONFLICT,
              subject,
              "verified in both tables; both rows are kept until one is changed"));
    }
    List<PlacedRow> placed = new ArrayList<>();
    for (StandingRow standing : verified) {
      reportStaleValue(subject, standing.row());
      placed.add(
          new PlacedRow(
              decided == null ? standing.table() : decided,
              standing.row(),
              Fate.KEPT_VERIFIED,
              standing.table()));
    }
    return placed;
  }

  /**
   * Unverified rows beside verified ones stay only if they carry a note found nowhere else, and
   * then as they are: under the model's present name they would claim it, and the verified row
   * would lose its link in the next run.
   */
  private static List<PlacedRow> annotatedCopies(
      CurationSubject subject, List<PlacedRow> verified) {
    CuratedRow merged = null;
    CuratedTable from = null;
    for (StandingRow standing : subject.rows()) {
      String note = standing.row().cell(CuratedColumns.NOTES);
      boolean elsewhere =
          note.isBlank() || verified.stream().anyMatch(placed -> placed.row().hasNote(note));
      if (!standing.row().verified() && !elsewhere) {
        merged = merged == null ? standing.row() : merge(merged, standing.row());
        from = from == null ? standing.table() : from;
      }
    }
    if (merged == null || from == null) {
      return List.of();
    }
    CuratedTable table = verified.get(0).table();
    boolean same = subject.rows().contains(new StandingRow(table, merged));
    Fate fate = same ? Fate.UNCHANGED : Fate.UPDATED;
    return List.of(new PlacedRow(table, merged, subject.model() == null ? Fate.STALE : fate, from));
  }

  /** The row of a model that has no verified row; null when nothing is known but a decision. */
  private @Nullable PlacedRow singleRow(CurationSubject subject) {
    CuratedRow standing = null;
    CuratedTable from = null;
    for (StandingRow row : subject.rows()) {
      standing = standing == null ? row.row() : merge(standing, row.row());
      from = from == null ? row.table() : from;
    }
    boolean onlyRow = subject.rows().size() == 1;
    Decision verdict = subject.verdict();
    if (verdict != null) {
      CuratedRow row = decidedRow(subject, verdict, standing);
      return row == null ? null : new PlacedRow(tableOf(verdict), row, Fate.DECIDED, from);
    }
    TrackedModel model = subject.model();
    if (model == null) {
      return standing == null || from == null
          ? null
          : new PlacedRow(from, standing, Fate.STALE, from);
    }
    if (standing == null || from == null) {
      return new PlacedRow(CuratedRows.table(model), CuratedRows.row(model), Fate.ADDED, null);
    }
    return computed(subject, standing, from, CuratedRows.table(model), onlyRow);
  }

  private static @Nullable CuratedRow decidedRow(
      CurationSubject subject, Decision verdict, @Nullable CuratedRow standing) {
    TrackedModel model = subject.model();
    CuratedRow row = null;
    if (!verdict.cells().isEmpty()) {
      row = new CuratedRow(verdict.cells());
      if (standing != null) {
        row = withOwnColumns(row, standing).withNote(standing.cell(CuratedColumns.NOTES));
      }
    } else if (standing != null) {
      row = standing;
    } else if (model != null) {
      row = CuratedRows.row(model);
    }
    return row == null ? null : row.with(CuratedColumns.VERIFIED, "y");
  }

  /** Columns that people added to the file keep the cells they have there. */
  private static CuratedRow withOwnColumns(CuratedRow decided, CuratedRow standing) {
    CuratedRow row = decided;
    for (String column : standing.cells().keySet()) {
      if (!CuratedColumns.ALL.contains(column)) {
        row = row.with(column, standing.cell(column));
      }
    }
    return row;
  }

  private static PlacedRow computed(
      CurationSubject subject,
      CuratedRow standing,
      CuratedTable from,
      CuratedTable to,
      boolean onlyRow) {
    TrackedModel model = subject.model();
    if (model == null) {
      return new PlacedRow(to, standing, Fate.STALE, from);
    }
    CuratedRow fresh = CuratedRows.row(model);
    CuratedRow updated = standing;
    if (!sameEstimate(standing, fresh)) {
      for (String column : CuratedColumns.ALL) {
        if (!CuratedColumns.HUMAN.contains(column)) {
          updated = updated.with(column, fresh.cell(column));
        }
      }
    }
    boolean unchanged = onlyRow && from == to && updated.equals(standing);
    return new PlacedRow(to, updated, unchanged ? Fate.UNCHANGED : Fate.UPDATED, from);
  }

  /** Whether only the time of the estimate or the spelling of numbers differs. */
  private static boolean sameEstimate(CuratedRow standing, CuratedRow fresh) {
    for (String column : CuratedColumns.ALL) {
      if (CuratedColumns.HUMAN.contains(column) || column.equals(CuratedColumns.LAST_UPDATED)) {
        continue;
      }
      String before = standing.cell(column);
      String after = fresh.cell(column);
      boolean same =
          switch (column) {
            case CuratedColumns.TRAINING_FLOP -> FlopText.same(before, after);
            case CuratedColumns.PARAMETERS -> sameNumber(before, after);
            default -> before.equals(after);
          };
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameNumber(String before, String after) {
    Double a = FlopText.parse(before);
    Double b = FlopText.parse(after);
    return (a == null || b == null) ? before.equals(after) : a.equals(b);
  }

  private static CuratedRow merge(CuratedRow first, CuratedRow second) {
    return first.filledFrom(second).withNote(second.cell(CuratedColumns.NOTES));
  }

  /** Adds the notes of decisions and the mark of models that are gone. */
  private PlacedRow finish(CurationSubject subject, PlacedRow placed) {
    CuratedRow row = placed.row();
    for (Decision decision : subject.decisions()) {
      row = row.withNote(decision.note());
    }
    String since = row.cell(CuratedColumns.STALE_SINCE);
    String mark = subject.model() != null ? "" : since.isEmpty() ? settings.asOf() : since;
    row = row.with(CuratedColumns.STALE_SINCE, mark);
    Fate fate =
        placed.fate() == Fate.UNCHANGED && !row.equals(placed.row()) ? Fate.UPDATED : placed.fate();
    return new PlacedRow(placed.table(), row, fate, placed.from());
  }

  private void reportMissing(CurationSubject subject, List<PlacedRow> placed) {
    boolean vouchedFor = placed.stream().anyMatch(row -> row.row().verified());
    if (subject.model() == null && vouchedFor) {
      issues.add(
          warning(
              IssueCode.DECISION_UNMATCHED,
              subject,
              "a verified row names a model that the estimates do not hold; it stays, marked"));
    }
  }

  private void reportStaleValue(CurationSubject subject, CuratedRow row) {
    String typed = row.cell(CuratedColumns.TRAINING_FLOP);
    Double verified = row.flop();
    if (verified == null && !typed.isBlank()) {
      issues.add(
          warning(
              IssueCode.NUMBER_INVALID,
              subject,
              "training_flop of a verified row is no number and sorts last: " + typed));
    }
    TrackedModel model = subject.model();
    Double estimate = model == null ? null : model.trainingFlop();
    if (verified == null || estimate == null || !(verified > 0)) {
      return;
    }
    double fold = Math.max(verified / estimate, estimate / verified);
    if (fold > settings.staleFold()) {
      issues.add(
          warning(
              IssueCode.VERIFICATION_STALE,
              subject,
              String.format(
                  Locale.ROOT,
                  "verified %s FLOP, new evidence says %s: a factor of %s",
                  FlopText.threeDigits(verified),
                  FlopText.threeDigits(estimate),
                  FlopText.threeDigits(fold))));
    }
  }

  private static CuratedTable tableOf(Decision verdict) {
    CuratedTable stored = verdict.table();
    return switch (verdict.kind()) {
      case REJECT -> CuratedTable.BELOW;
      case ACCEPT, NOTE -> stored == null ? CuratedTable.ABOVE : stored;
    };
  }

  private static Issue warning(IssueCode code, CurationSubject subject, String detail) {
    String developer =
        subject.rows().isEmpty() && subject.decisions().isEmpty()
            ? ""
            : " by " + subject.standingDeveloper();
    return Issue.warning(
        code,
        CurationRefresh.STAGE,
        "curated",
        subject.displayName(),
        subject.displayName() + developer,
        detail);
  }
}
