package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run of the {@code tracker} policy prints about its curated tables. Models are compared by
 * name.
 *
 * @param aboveRows, aboveVerified rows of the above table
 * @param belowRows, belowVerified rows of the below table
 * @param inEstimates models with or without an estimate
 * @param inTables distinct names in both tables
 * @param missing models in no table
 * @param extra names in a table that are no model
 * @param duplicates rows beyond the first of each name
 */
public record TrackerTableStatistics(
    long aboveRows,
    long aboveVerified,
    long belowRows,
    long belowVerified,
    long inEstimates,
    long inTables,
    long missing,
    long extra,
    long duplicates) {

  /** Counts two tables. */
  public static TrackerTableStatistics of(
      TrackerCuration.Tables tables, Collection<TrackedModel> models) {
    Set<String> estimated = new TreeSet<>();
    models.forEach(model -> estimated.add(TrackerMerge.key(model.name())));
    Set<String> curated = names(tables.above());
    curated.addAll(names(tables.below()));
    int aboveRows = tables.above().rows().size();
    int belowRows = tables.below().rows().size();
    return new TrackerTableStatistics(
        aboveRows,
        verified(tables.above()),
        belowRows,
        verified(tables.below()),
        estimated.size(),
        curated.size(),
        estimated.stream().filter(name -> !curated.contains(name)).count(),
        curated.stream().filter(name -> !estimated.contains(name)).count(),
        (long) aboveRows + belowRows - curated.size());
  }

  /** The statistics as text, one line each. */
  public List<String> lines() {
    return List.of(
        String.format(Locale.ROOT, "above table %d rows, %d verified", aboveRows, aboveVerified),
        String.format(Locale.ROOT, "below table %d rows, %d verified", belowRows, belowVerified),
        String.format(
            Locale.ROOT,
            "in estimates %d, in tables %d, missing %d, extra %d, duplicates %d",
            inEstimates,
            inTables,
            missing,
            extra,
            duplicates));
  }

  private static Set<String> names(CsvTable table) {
    Set<String> names = new TreeSet<>();
    for (int row = 0; row < table.rows().size(); row++) {
      names.add(TrackerMerge.key(TrackerTableOrder.text(table, row, "model")));
    }
    return names;
  }

  private static long verified(CsvTable table) {
    long verified = 0;
    for (int row = 0; row < table.rows().size(); row++) {
      verified += TrackerRefresh.isVerified(table, row) ? 1 : 0;
    }
    return verified;
  }
}
