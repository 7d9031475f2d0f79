package io.evalbeam.transforms.curate;

import io.evalbeam.transforms.text.TextTable;

/**
 * What a refresh did, in rows. Every row of the new tables has exactly one fate.
 *
 * @param before rows in both tables before
 * @param above rows in the table above after
 * @param below rows in the table below after
 * @param keptVerified rows that a person verified; every cell as typed
 * @param decided rows that became verified through a decision
 * @param unchanged computed rows without a changed cell
 * @param updated computed rows with a changed cell, or in the other table than before
 * @param added rows that were in neither table
 * @param stale computed rows whose model the estimates no longer hold
 * @param unnamed rows without a model name, kept as they are
 * @param merged rows that were one more row of a model and went into another row of it
 * @param restored verified rows that were in neither table and came back from the decisions
 * @param moved rows now in the other table, of whatever fate
 * @param verifiedAbove verified rows above after
 * @param verifiedBelow verified rows below after
 * @param models models in the estimates
 * @param covered models with a row
 */
public record RefreshStatistics(
    int before,
    int above,
    int below,
    int keptVerified,
    int decided,
    int unchanged,
    int updated,
    int added,
    int stale,
    int unnamed,
    int merged,
    int restored,
    int moved,
    int verifiedAbove,
    int verifiedBelow,
    int models,
    int covered) {

  public RefreshStatistics {
    int after = keptVerified + decided + unchanged + updated + added + stale + unnamed;
    if (above + below != after || before - merged + added + restored != after) {
      throw new IllegalStateException("a refresh lost or invented rows");
    }
  }

  /** The numbers as a table for people. */
  public String render() {
    return TextTable.of("curated rows")
        .number("count")
        .row("before", before)
        .row("above the threshold or not sure", above)
        .row("  of these verified", verifiedAbove)
        .row("below the threshold", below)
        .row("  of these verified", verifiedBelow)
        .row("kept as verified", keptVerified)
        .row("verified by decision", decided)
        .row("  of these restored", restored)
        .row("unchanged", unchanged)
        .row("updated", updated)
        .row("added", added)
        .row("stale", stale)
        .row("without a name", unnamed)
        .row("merged into another row", merged)
        .row("moved to the other table", moved)
        .row("models in the estimates", models)
        .row("  of these with a row", covered)
        .row("  of these without a row", models - covered)
        .render();
  }
}
