package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.tracking.CuratedTable;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that waits for a person.
 *
 * @param table where the row stands
 * @param row as it stands there
 * @param model its estimate; null when the estimates no longer hold the model
 */
public record ReviewCandidate(CuratedTable table, CuratedRow row, @Nullable TrackedModel model) {

  /** The row is right: it keeps the cells it has now. */
  public Decision accept(String who, String when, @Nullable String reason) {
    return decide(Decision.Kind.ACCEPT, "", who, when, reason, table);
  }

  /** The model is below the threshold: the row moves there with the cells it has now. */
  public Decision reject(String who, String when, @Nullable String reason) {
    return decide(Decision.Kind.REJECT, "", who, when, reason, CuratedTable.BELOW);
  }

  /** A note for readers of the row. */
  public Decision note(String who, String when, String text) {
    return decide(Decision.Kind.NOTE, text, who, when, null, null);
  }

  private Decision decide(
      Decision.Kind kind,
      String text,
      String who,
      String when,
      @Nullable String reason,
      @Nullable CuratedTable newTable) {
    Map<String, String> cells = new LinkedHashMap<>();
    if (kind != Decision.Kind.NOTE) {
      cells.putAll(row.cells());
      cells.remove(CuratedColumns.VERIFIED);
      cells.remove(CuratedColumns.STALE_SINCE);
    }
    return DecisionLog.identified(
        new Decision(
            "",
            model == null ? null : model.entityId(),
            row.model(),
            row.developer(),
            kind,
            text,
            who,
            when,
            reason,
            null,
            null,
            newTable,
            cells));
  }
}
