package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.tracking.CuratedTable;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.transforms.curate.CurationSubject.StandingRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Lists the rows that nobody reviewed yet. */
public final class ReviewQueue {
  private ReviewQueue() {}

  /**
   * Rows of the table above that are neither verified nor decided, most compute first.
   *
   * @param models the estimates the table was refreshed with
   * @param decisions in the order they were made, also those not yet applied by a refresh
   */
  public static List<ReviewCandidate> open(
      CsvTable above, List<TrackedModel> models, List<Decision> decisions, NameMatcher matcher) {
    return subjects(CuratedTable.ABOVE, above, models, decisions, matcher).stream()
        .filter(subject -> subject.rows().stream().noneMatch(row -> row.row().verified()))
        .filter(subject -> subject.verdict() == null)
        .map(ReviewQueue::candidate)
        .sorted(Comparator.comparing(ReviewCandidate::row, CuratedRow.ORDER))
        .toList();
  }

  /**
   * Rows of a table that a person may mean by a name, reviewed or not: the spelling in the table in
   * any case, or a spelling that the matcher takes for the same.
   *
   * @return empty when there is none; several when the name alone does not say which
   */
  public static List<ReviewCandidate> named(
      String name,
      CuratedTable table,
      CsvTable rows,
      List<TrackedModel> models,
      NameMatcher matcher) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return subjects(table, rows, models, List.of(), matcher).stream()
        .map(ReviewQueue::candidate)
        .filter(
            candidate ->
                candidate.row().model().toLowerCase(Locale.ROOT).equals(wanted)
                    || matcher
                        .key(name, candidate.row().developer())
                        .equals(matcher.key(candidate.row().model(), candidate.row().developer())))
        .sorted(Comparator.comparing(ReviewCandidate::row, CuratedRow.ORDER))
        .toList();
  }

  private static List<CurationSubject> subjects(
      CuratedTable table,
      CsvTable rows,
      List<TrackedModel> models,
      List<Decision> decisions,
      NameMatcher matcher) {
    List<StandingRow> standing =
        CuratedRow.of(rows).stream()
            .filter(row -> !row.model().isEmpty())
            .map(row -> new StandingRow(table, row))
            .toList();
    // The refresh reports links; here they would be reported a second time.
    return SubjectLinker.link(standing, models, decisions, matcher, new ArrayList<>()).stream()
        .filter(subject -> !subject.rows().isEmpty())
        .toList();
  }

  private static ReviewCandidate candidate(CurationSubject subject) {
    StandingRow first = subject.rows().get(0);
    return new ReviewCandidate(first.table(), first.row(), subject.model());
  }
}
