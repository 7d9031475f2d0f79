package io.evalbeam.pipelines.tracking.collection;

import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.Observation;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.StatedFact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a source row apart into observations. */
final class Observations {
  private Observations() {}

  /** Scores, then facts, in the order of the row; one without a measure if there is neither. */
  static List<Observation> of(SourceRow row) {
    List<Observation> observations = new ArrayList<>();
    for (BenchmarkScore score : row.scores()) {
      observations.add(
          observation(
              row,
              observations.size(),
              score.benchmark(),
              null,
              score.value(),
              null,
              score.unit()));
    }
    for (StatedFact fact : row.facts()) {
      String unit = fact.attribute().unit();
      observations.add(
          observation(
              row,
              observations.size(),
              null,
              fact.attribute(),
              fact.number(),
              fact.text(),
              unit.isEmpty() ? null : unit));
    }
    if (observations.isEmpty()) {
      observations.add(observation(row, 0, null, null, null, null, null));
    }
    return observations;
  }

  private static Observation observation(
      SourceRow row,
      int ordinal,
      @Nullable String benchmark,
      @Nullable ModelAttribute attribute,
      @Nullable Double value,
      @Nullable String text,
      @Nullable String unit) {
    return new Observation(
        row.source(),
        row.row(),
        ordinal,
        row.rawName(),
        row.name(),
        row.developerStated(),
        row.developer(),
        row.developerOrigin(),
        row.variant(),
        benchmark,
        attribute,
        value,
        text,
        unit,
        row.observedAt());
  }
}
