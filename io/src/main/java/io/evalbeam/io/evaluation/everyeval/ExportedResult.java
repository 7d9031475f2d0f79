package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.schemas.evaluation.CellStatistics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A cell as a result of an aggregate.
 *
 * @param id identifier inside the aggregate
 * @param cell its statistics
 * @param score mean over instances, finite
 * @param traits what is known about the metric, with the cell's direction where the traits state
 *     none
 */
record ExportedResult(String id, CellStatistics cell, double score, MetricTraits traits) {

  /**
   * The cells that are results: scores, main metrics and whatever samples refer to, sorted by
   * identifier. Cells in which nothing was scored have no figure and are left out.
   *
   * @throws IllegalArgumentException when samples refer to a result that no cell gives
   */
  static List<ExportedResult> select(
      List<CellStatistics> cells,
      Predicate<String> scores,
      Function<String, Optional<MetricTraits>> traits,
      Collection<String> sampled) {
    TreeSet<String> dangling = new TreeSet<>(sampled);
    List<ExportedResult> results = new ArrayList<>();
    for (CellStatistics cell : cells) {
      String id = ResultId.of(cell.metric(), cell.split(), cell.subSplit(), cell.perturbation());
      boolean referred = sampled.contains(id);
      Double mean = cell.mean();
      if (mean != null && (referred || cell.mainMetric() || scores.test(cell.metric()))) {
        MetricTraits known = traits.apply(cell.metric()).orElse(MetricTraits.UNKNOWN);
        results.add(new ExportedResult(id, cell, mean, known.withDirection(cell.lowerIsBetter())));
        dangling.remove(id);
      }
    }
    if (!dangling.isEmpty()) {
      throw new IllegalArgumentException("no statistics for the scores of " + dangling);
    }
    results.sort(Comparator.comparing(ExportedResult::id));
    return List.copyOf(results);
  }
}
