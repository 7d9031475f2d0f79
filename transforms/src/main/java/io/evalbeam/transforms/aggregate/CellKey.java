package io.evalbeam.transforms.aggregate;

import io.evalbeam.schemas.evaluation.CellStatistics;
import org.jspecify.annotations.Nullable;

/** What rows of shards have in common when they are merged into one row of statistics. */
record CellKey(
    Entrant entrant,
    @Nullable String adapterMethod,
    @Nullable Integer shots,
    String metric,
    @Nullable String split,
    @Nullable String subSplit,
    @Nullable String perturbation) {

  static CellKey of(CellStatistics row) {
    return new CellKey(
        Entrant.of(row),
        row.adapterMethod(),
        row.shots(),
        row.metric(),
        row.split(),
        row.subSplit(),
        row.perturbation());
  }
}
