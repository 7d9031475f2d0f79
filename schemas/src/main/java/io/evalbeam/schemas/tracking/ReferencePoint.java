package io.evalbeam.schemas.tracking;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.jspecify.annotations.Nullable;

/**
 * A model whose training compute is known by a direct method: what benchmark imputation is fitted
 * on.
 *
 * @param entityId stable identifier, unique among the reference points of a fit
 * @param log10Flop median of log10 FLOP, finite
 * @param sigma standard deviation of log10 FLOP, finite and at least 0
 * @param releaseYear release date as a year with its fraction, such as 2024.5; null if unknown
 * @param scores benchmark scores in any order
 */
@DefaultSchema(RecordSchemaProvider.class)
public record ReferencePoint(
    String entityId,
    double log10Flop,
    double sigma,
    @Nullable Double releaseYear,
    List<ObservedScore> scores) {

  public ReferencePoint {
    scores = List.copyOf(scores);
    if (!Double.isFinite(log10Flop) || !(sigma >= 0) || Double.isInfinite(sigma)) {
      throw new IllegalArgumentException(
          "a reference needs a finite estimate: " + entityId + " " + log10Flop + " ± " + sigma);
    }
  }
}
