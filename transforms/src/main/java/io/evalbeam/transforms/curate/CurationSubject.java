package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.tracking.CuratedTable;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One model with everything known about it: its estimate, its rows, its decisions. */
final class CurationSubject {
  private final String key;
  private final @Nullable TrackedModel model;
  private final List<StandingRow> rows = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();

  CurationSubject(String key, @Nullable TrackedModel model) {
    this.key = key;
    this.model = model;
  }

  /** A row as it stood before the refresh. */
  record StandingRow(CuratedTable table, CuratedRow row) {}

  String key() {
    return key;
  }

  /** The estimate; null when the estimates do not hold the model. */
  @Nullable TrackedModel model() {
    return model;
  }

  /** Rows of the table above in file order, then those of the table below. */
  List<StandingRow> rows() {
    return rows;
  }

  /** Decisions in the order they were made, without those that a later one voids. */
  List<Decision> decisions() {
    return decisions;
  }

  /** The last decision that settles the row; null when there is none. */
  @Nullable Decision verdict() {
    Decision last = null;
    for (Decision decision : decisions) {
      last = decision.isVerdict() ? decision : last;
    }
    return last;
  }

  /** Takes over the rows and decisions of another subject, keeping file order within each table. */
  void absorb(CurationSubject other) {
    rows.addAll(other.rows);
    decisions.addAll(other.decisions);
  }

  /** A name to show: of the estimate, else of the first row or decision. */
  String displayName() {
    if (model != null) {
      return model.name();
    }
    return rows.isEmpty() ? decisions.get(0).model() : rows.get(0).row().model();
  }

  /** The developer of the first row or decision. */
  String standingDeveloper() {
    return rows.isEmpty() ? decisions.get(0).developer() : rows.get(0).row().developer();
  }
}
