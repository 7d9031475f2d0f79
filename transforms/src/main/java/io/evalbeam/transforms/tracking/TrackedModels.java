package io.evalbeam.transforms.tracking;

import io.evalbeam.schemas.tracking.AlternativeEstimate;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.EstimateInput;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ObservedFact;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.transforms.estimate.ThresholdClassifier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a model, its estimates and its class together in one row. */
final class TrackedModels {
  private final ThresholdClassifier classifier;
  private final String updatedAt;

  /** Rows of a run. */
  TrackedModels(ThresholdClassifier classifier, String updatedAt) {
    this.classifier = classifier;
    this.updatedAt = updatedAt;
  }

  /**
   * The row of a model.
   *
   * @param estimates in order of priority, the chosen one first; empty when no method applies
   */
  TrackedModel of(EntityEvidence evidence, List<FlopEstimate> estimates) {
    FlopEstimate chosen = estimates.isEmpty() ? null : estimates.get(0);
    Optional<EstimateInput> total = input(estimates, "total_parameters");
    Optional<ObservedFact> stated = fact(evidence, ModelAttribute.PARAMETERS);
    Double contextLength =
        fact(evidence, ModelAttribute.CONTEXT_LENGTH).map(ObservedFact::number).orElse(null);
    return new TrackedModel(
        evidence.entityId(),
        evidence.name(),
        evidence.displayName(),
        evidence.developer(),
        text(evidence, ModelAttribute.RELEASE_DATE),
        total.map(EstimateInput::value).or(() -> stated.map(ObservedFact::number)).orElse(null),
        input(estimates, "active_parameters").map(EstimateInput::value).orElse(null),
        total
            .map(EstimateInput::source)
            .or(() -> stated.map(fact -> fact.source() + " row " + fact.row()))
            .orElse(null),
        contextLength == null ? null : contextLength.longValue(),
        text(evidence, ModelAttribute.ARCHITECTURE),
        chosen == null ? null : (Double) chosen.flop(),
        chosen == null ? null : (Double) chosen.log10FlopLow(),
        chosen == null ? null : (Double) chosen.log10FlopMedian(),
        chosen == null ? null : (Double) chosen.log10FlopHigh(),
        chosen == null ? Confidence.SPECULATIVE : chosen.confidence(),
        chosen == null ? EstimationMethod.NONE : chosen.method(),
        classifier.threshold(),
        classifier.classify(chosen == null ? null : (Double) chosen.flop()),
        chosen == null ? null : (Double) classifier.probabilityAbove(chosen),
        chosen == null ? "" : chosen.reasoning(),
        chosen == null ? List.of() : chosen.flags(),
        estimates.stream().skip(1).map(TrackedModels::alternative).toList(),
        evidence.scores(),
        evidence.rawNames(),
        evidence.sourceTexts(),
        evidence.observationCount(),
        updatedAt);
  }

  private static AlternativeEstimate alternative(FlopEstimate estimate) {
    return new AlternativeEstimate(
        estimate.flop(), estimate.confidence(), estimate.method(), estimate.reasoning());
  }

  /** The first estimate that used a quantity; parameter counts are the same in all that do. */
  private static Optional<EstimateInput> input(List<FlopEstimate> estimates, String quantity) {
    return estimates.stream()
        .flatMap(estimate -> estimate.inputs().stream())
        .filter(input -> input.quantity().equals(quantity))
        .findFirst();
  }

  private static Optional<ObservedFact> fact(EntityEvidence evidence, ModelAttribute attribute) {
    return evidence.facts().stream().filter(fact -> fact.attribute() == attribute).findFirst();
  }

  private static @Nullable String text(EntityEvidence evidence, ModelAttribute attribute) {
    return fact(evidence, attribute).map(ObservedFact::text).orElse(null);
  }
}
