package io.evalbeam.schemas.reference;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a metric mean.
 *
 * @param name metric as it was looked up
 * @param displayName for people
 * @param shortName for columns of tables; the display name where there is no shorter one
 * @param kind what it is about
 * @param scoreType values of a single instance
 * @param lowerIsBetter direction; null where there is none or it is not known
 * @param min least value, negative infinity where there is no bound; null if unknown
 * @param max greatest value, infinity where there is no bound; null if unknown
 * @param unit null for plain numbers
 * @param source document that defines the metric
 */
public record MetricInfo(
    String name,
    String displayName,
    String shortName,
    MetricKind kind,
    ScoreType scoreType,
    @Nullable Boolean lowerIsBetter,
    @Nullable Double min,
    @Nullable Double max,
    @Nullable String unit,
    String source)
    implements Serializable {

  /** The same metric under the name it was looked up by. */
  MetricInfo named(String name) {
    return new MetricInfo(
        name, displayName, shortName, kind, scoreType, lowerIsBetter, min, max, unit, source);
  }

  /** The best of several completions: {@code exact_match@5} for {@code exact_match}. */
  MetricInfo ofCompletions(String name, String suffix) {
    return new MetricInfo(
        name,
        displayName + " " + suffix,
        shortName + suffix,
        kind,
        scoreType,
        lowerIsBetter,
        min,
        max,
        unit,
        source);
  }
}
