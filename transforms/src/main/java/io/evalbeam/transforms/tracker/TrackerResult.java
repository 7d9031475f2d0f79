package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimateInput;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ObservedScore;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.StatedFact;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One model under the {@code tracker} policy.
 *
 * @param name normalised name
 * @param developer of the last row
 * @param parameters count; null when neither a specification nor the name gives one
 * @param parameterSource {@code known_specification:KEY} or {@code extracted_from_name}
 * @param estimates the chosen one first; empty when no method applies
 * @param capped whether the developer cap made the chosen estimate; the original is then the last
 * @param undisclosedSpecification whether a specification without numbers matched the name
 * @param merged the rows of the model
 */
public record TrackerResult(
    String name,
    String developer,
    @Nullable Double parameters,
    @Nullable String parameterSource,
    List<TrackerEstimate> estimates,
    boolean capped,
    boolean undisclosedSpecification,
    TrackerMerge.Merged merged) {

  public TrackerResult {
    estimates = List.copyOf(estimates);
  }

  /** Training compute, FLOP; null without an estimate. */
  public @Nullable Double flop() {
    return estimates.isEmpty() ? null : estimates.get(0).flop();
  }

  /** Confidence of the chosen estimate; speculative without one. */
  public Confidence confidence() {
    return estimates.isEmpty() ? Confidence.SPECULATIVE : estimates.get(0).confidence();
  }

  /** Method of the chosen estimate. */
  public EstimationMethod method() {
    return estimates.isEmpty() ? EstimationMethod.NONE : estimates.get(0).method();
  }

  /** Calculation of the chosen estimate; empty without one. */
  public String reasoning() {
    return estimates.isEmpty() ? "" : estimates.get(0).reasoning();
  }

  /** Class of the full-precision value. */
  public ThresholdClass thresholdClass() {
    return TrackerClasses.classify(flop());
  }

  /** The chosen estimate as it was before the developer cap; null without an estimate. */
  public @Nullable TrackerEstimate beforeCap() {
    if (estimates.isEmpty()) {
      return null;
    }
    return estimates.get(capped ? estimates.size() - 1 : 0);
  }

  /** Rows of table {@code flop_estimates}; the policy knows no interval, so quantiles are equal. */
  public List<FlopEstimate> toFlopEstimates(String entityId) {
    List<FlopEstimate> rows = new ArrayList<>();
    for (int i = 0; i < estimates.size(); i++) {
      TrackerEstimate estimate = estimates.get(i);
      double log10Flop = StrictMath.log10(estimate.flop());
      rows.add(
          new FlopEstimate(
              entityId,
              name,
              developer,
              i,
              estimate.method(),
              i == 0,
              estimate.flop(),
              log10Flop,
              log10Flop,
              log10Flop,
              estimate.confidence(),
              estimate.reasoning(),
              inputs(estimate.method()),
              i == 0 ? flags() : List.of()));
    }
    return rows;
  }

  /**
   * The row of table {@code models}.
   *
   * @param updatedAt ISO date-time with Z
   */
  public TrackedModel toTrackedModel(String entityId, String updatedAt) {
    Double flop = flop();
    Double log10Flop = flop == null ? null : StrictMath.log10(flop);
    SourceRow row = merged.row();
    return new TrackedModel(
        entityId,
        name,
        row.rawName(),
        developer,
        fact(ModelAttribute.RELEASE_DATE),
        parameters,
        null,
        parameterSource,
        contextLength(),
        fact(ModelAttribute.ARCHITECTURE),
        flop,
        log10Flop,
        log10Flop,
        log10Flop,
        confidence(),
        method(),
        TrackerClasses.THRESHOLD,
        thresholdClass(),
        null,
        reasoning(),
        flags(),
        estimates.stream().skip(1).map(TrackerEstimate::toAlternative).toList(),
        row.scores().stream()
            .map(
                score ->
                    new ObservedScore(
                        score.benchmark(),
                        score.value(),
                        score.unit(),
                        row.source(),
                        row.row(),
                        row.rawName()))
            .toList(),
        merged.rawNames(),
        row.sourceText().isEmpty() ? List.of() : List.of(row.sourceText()),
        merged.observationCount(),
        updatedAt);
  }

  private List<EstimateFlag> flags() {
    return capped ? List.of(EstimateFlag.DEVELOPER_CAPPED) : List.of();
  }

  private List<EstimateInput> inputs(EstimationMethod method) {
    SourceRow row = merged.row();
    List<EstimateInput> inputs = new ArrayList<>();
    if (method == EstimationMethod.BENCHMARK_IMPUTATION) {
      row.scores()
          .forEach(
              score ->
                  inputs.add(
                      new EstimateInput(
                          score.benchmark(),
                          score.value(),
                          null,
                          row.source() + " row " + row.row())));
    }
    return inputs;
  }

  private @Nullable Long contextLength() {
    for (StatedFact fact : merged.row().facts()) {
      Double number = fact.number();
      if (fact.attribute() == ModelAttribute.CONTEXT_LENGTH && number != null) {
        return number.longValue();
      }
    }
    return null;
  }

  private @Nullable String fact(ModelAttribute attribute) {
    for (StatedFact fact : merged.row().facts()) {
      if (fact.attribute() == attribute) {
        return fact.text();
      }
    }
    return null;
  }
}
