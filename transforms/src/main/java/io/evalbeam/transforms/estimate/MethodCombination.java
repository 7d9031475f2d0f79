package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.schemas.reference.Uncertainties;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimateInput;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Operation count and hardware are independent: where chance explains their difference they are
 * averaged in the log by inverse variance; else one of them has a wrong unit, and hardware, whose
 * inputs are harder to misread, counts.
 */
final class MethodCombination implements Serializable {
  /** Beyond this many standard deviations of the difference, chance does not explain it. */
  private static final double LARGEST_GAP_SIGMAS = 3;

  /**
   * Nor does it beyond a factor of three, however wide the priors: published utilisation lies
   * between 0.2 and 0.55, within a factor of two of the prior.
   */
  private static final double LARGEST_GAP = 0.48;

  private final ReferenceLibrary library;

  MethodCombination(ReferenceLibrary library) {
    this.library = library;
  }

  /** The better of the two or their average; null when neither can be relied on. */
  @Nullable FlopEstimate best(@Nullable FlopEstimate operations, @Nullable FlopEstimate hardware) {
    FlopEstimate counted = operations;
    if (counted != null && counted.flags().contains(EstimateFlag.TOKENS_ASSUMED)) {
      counted = null;
    }
    if (counted == null || hardware == null) {
      return hardware == null ? counted : hardware;
    }
    if (counted.flags().contains(EstimateFlag.DOMAIN_FACTOR_ASSUMED)) {
      return hardware;
    }
    double gap = Math.abs(counted.log10FlopMedian() - hardware.log10FlopMedian());
    double spread = EstimateDraft.quadrature(sigma(counted), sigma(hardware));
    return gap <= Math.min(LARGEST_GAP, LARGEST_GAP_SIGMAS * spread)
        ? average(counted, hardware)
        : conflicting(hardware, counted);
  }

  private FlopEstimate average(FlopEstimate operations, FlopEstimate hardware) {
    double operationsWeight = weight(operations);
    double hardwareWeight = weight(hardware);
    double share = operationsWeight / (operationsWeight + hardwareWeight);
    double median = share * operations.log10FlopMedian() + (1 - share) * hardware.log10FlopMedian();
    Uncertainties.Entry width = library.uncertainties().of(Uncertainties.Kind.COMBINED);
    List<EstimateInput> inputs = new ArrayList<>(operations.inputs());
    inputs.addAll(hardware.inputs());
    Set<EstimateFlag> flags = EnumSet.noneOf(EstimateFlag.class);
    flags.addAll(operations.flags());
    flags.addAll(hardware.flags());
    FlopEstimate leading = share >= 0.5 ? operations : hardware;
    return new FlopEstimate(
        leading.entityId(),
        leading.name(),
        leading.developer(),
        0,
        leading.method(),
        false,
        Math.pow(10, median),
        median - width.below(),
        median,
        median + width.above(),
        leading.confidence(),
        "Average in log10, weight "
            + Wording.number(Math.rint(share * 100) / 100)
            + " for the first: "
            + operations.reasoning()
            + " "
            + hardware.reasoning(),
        inputs,
        List.copyOf(flags));
  }

  private FlopEstimate conflicting(FlopEstimate hardware, FlopEstimate operations) {
    Uncertainties.Entry width = library.uncertainties().of(Uncertainties.Kind.HARDWARE_CONFLICTING);
    boolean stated = !hardware.flags().contains(EstimateFlag.UTILIZATION_ASSUMED);
    double below = hardware.log10FlopMedian() - hardware.log10FlopLow();
    double above = hardware.log10FlopHigh() - hardware.log10FlopMedian();
    return new FlopEstimate(
        hardware.entityId(),
        hardware.name(),
        hardware.developer(),
        0,
        EstimationMethod.HARDWARE,
        false,
        hardware.flop(),
        hardware.log10FlopMedian() - (stated ? below : Math.max(below, width.below())),
        hardware.log10FlopMedian(),
        hardware.log10FlopMedian() + (stated ? above : Math.max(above, width.above())),
        hardware.confidence(),
        hardware.reasoning()
            + " The operation count of "
            + Wording.number(operations.flop())
            + " FLOP is too far from it to be averaged.",
        hardware.inputs(),
        hardware.flags());
  }

  private static double weight(FlopEstimate estimate) {
    double sigma = sigma(estimate);
    return 1 / (sigma * sigma);
  }

  private static double sigma(FlopEstimate estimate) {
    for (EstimateInput input : estimate.inputs()) {
      Double stated = input.value();
      if (input.quantity().equals(EstimateDraft.COMBINATION_SIGMA) && stated != null) {
        return stated;
      }
    }
    return (estimate.log10FlopHigh() - estimate.log10FlopLow()) / (2 * EstimateDraft.NORMAL_95);
  }
}
