package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.schemas.reference.Specifications.Specification;
import io.evalbeam.schemas.reference.Uncertainties;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.ObservedFact;
import io.evalbeam.transforms.estimate.BaseModels.BaseCompute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compute of the base models plus the model's own training: stated fine-tuning compute, else the
 * model's operation count and hardware, which describe its own run.
 */
final class BaseAndFinetune {
  /** Own training of this share of the base or more repeats the base's data, not adds to it. */
  private static final double REPEATS_BASE = 0.9;

  /** A base known to no better than a factor of ten would drown what is known of the run itself. */
  private static final double LARGEST_BASE_SIGMA = 0.65;

  /** Spread of a base computed from its published specification. */
  private static final double SPECIFICATION_SIGMA = 0.08;

  private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;]\\s*");

  private final ReferenceLibrary library;

  BaseAndFinetune(ReferenceLibrary library) {
    this.library = library;
  }

  Optional<FlopEstimate> estimate(Facts facts, BaseModels bases, List<FlopEstimate> ownTraining) {
    Optional<ObservedFact> cell = facts.first(ModelAttribute.BASE_MODEL);
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    EstimateDraft draft = new EstimateDraft(facts.evidence(), EstimationMethod.BASE_PLUS_FINETUNE);
    double baseFlop = 0;
    double baseSigma = 0;
    List<String> unknown = new ArrayList<>();
    for (String name : SEPARATOR.split(cell.get().text().strip(), -1)) {
      Optional<BaseCompute> found =
          find(name, bases).filter(base -> base.sigma() <= LARGEST_BASE_SIGMA);
      if (found.isEmpty()) {
        unknown.add(name);
        continue;
      }
      double flop = Math.pow(10, found.get().log10Flop());
      baseFlop += flop;
      baseSigma = Math.max(baseSigma, found.get().sigma());
      draft.input("base_model_compute", flop, name, found.get().source());
    }
    if (baseFlop == 0) {
      return Optional.empty();
    }
    FlopEstimate own = ownTraining(ownTraining);
    Optional<StatedNumber> stated = facts.number(ModelAttribute.FINETUNE_COMPUTE);
    if (stated.isEmpty() && own != null && own.flop() >= REPEATS_BASE * baseFlop) {
      return Optional.empty();
    }
    double finetune = stated.map(StatedNumber::value).orElse(own == null ? 0 : own.flop());
    if (stated.isPresent()) {
      draft.input("finetune_compute", stated.get());
    } else if (own != null) {
      draft.input("finetune_compute", own.flop(), "own training by " + own.method().key());
    }
    Uncertainties.Entry width = library.uncertainties().of(Uncertainties.Kind.BASE_PLUS_FINETUNE);
    double more = EstimateDraft.NORMAL_95 * baseSigma;
    return draft.build(
        Math.log10(baseFlop + finetune),
        Math.max(width.below(), more),
        Math.max(width.above(), more),
        Confidence.MEDIUM,
        "Base "
            + Wording.number(baseFlop)
            + " FLOP ("
            + cell.get().text().strip()
            + (unknown.isEmpty() ? "" : "; unknown: " + String.join(", ", unknown))
            + ") + own training "
            + (finetune == 0 ? "unknown" : Wording.number(finetune) + " FLOP")
            + " = "
            + Wording.number(baseFlop + finetune)
            + " FLOP.");
  }

  private Optional<BaseCompute> find(String name, BaseModels bases) {
    Optional<BaseCompute> known = name.isBlank() ? Optional.empty() : bases.find(name);
    return known.isPresent()
        ? known
        : library.specifications().find(name).flatMap(BaseAndFinetune::computeOf);
  }

  private static Optional<BaseCompute> computeOf(Specification specification) {
    Double active = specification.parametersActive();
    Double dataPoints = specification.dataPoints();
    if (active == null || dataPoints == null) {
      return Optional.empty();
    }
    Double passes = specification.passes();
    double log10Flop = Math.log10(6 * active * dataPoints * (passes == null ? 1 : passes));
    return Optional.of(
        new BaseCompute(
            log10Flop,
            SPECIFICATION_SIGMA,
            "6 × parameters × tokens, specifications.yaml: " + specification.source()));
  }

  private @Nullable FlopEstimate ownTraining(List<FlopEstimate> estimates) {
    FlopEstimate operations = null;
    FlopEstimate hardware = null;
    for (FlopEstimate estimate : estimates) {
      if (estimate.method() == EstimationMethod.OPERATION_COUNT) {
        operations = estimate;
      } else if (estimate.method() == EstimationMethod.HARDWARE) {
        hardware = estimate;
      }
    }
    return new MethodCombination(library).best(operations, hardware);
  }
}
