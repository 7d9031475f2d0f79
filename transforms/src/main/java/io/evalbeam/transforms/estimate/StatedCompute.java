package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.reference.ComputeOverrides;
import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.schemas.reference.Uncertainties;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ModelAttribute;
import java.util.Optional;

/** Training compute that a source or a person states as a number of FLOP. */
final class StatedCompute {
  private final ReferenceLibrary library;

  StatedCompute(ReferenceLibrary library) {
    this.library = library;
  }

  /** The sourced statement of a person about this model. */
  Optional<FlopEstimate> override(Facts facts) {
    Optional<ComputeOverrides.Entry> found =
        facts.names().stream().flatMap(name -> library.overrides().find(name).stream()).findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ComputeOverrides.Entry entry = found.get();
    EstimateDraft draft = new EstimateDraft(facts.evidence(), EstimationMethod.CURATED_OVERRIDE);
    draft.input(
        "training_compute", entry.flop(), entry.statement(), "overrides.yaml: " + entry.source());
    double log10Flop = Math.log10(entry.flop());
    Uncertainties.Entry width = width();
    Double low = entry.flopLow();
    Double high = entry.flopHigh();
    return draft.build(
        log10Flop,
        low == null ? width.below() : log10Flop - Math.log10(low),
        high == null ? width.above() : Math.log10(high) - log10Flop,
        Confidence.HIGH,
        "Stated on " + entry.date() + ": " + entry.statement() + " (" + entry.source() + ").");
  }

  /** Training compute among the facts of the sources. */
  Optional<FlopEstimate> disclosed(Facts facts) {
    Optional<StatedNumber> stated = facts.number(ModelAttribute.TRAINING_COMPUTE);
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    EstimateDraft draft = new EstimateDraft(facts.evidence(), EstimationMethod.DISCLOSED_COMPUTE);
    draft.input("training_compute", stated.get());
    return draft.build(
        Math.log10(stated.get().value()),
        width(),
        Confidence.HIGH,
        stated.get().source()
            + " states "
            + Wording.number(stated.get().value())
            + " FLOP of training compute.");
  }

  private Uncertainties.Entry width() {
    return library.uncertainties().of(Uncertainties.Kind.DISCLOSED);
  }
}
