package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.reference.Uncertainties;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimateInput;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An estimate while it is being made: collects inputs and flags, then gets its value. */
final class EstimateDraft {
  /** 95 % quantile of the standard normal. */
  static final double NORMAL_95 = 1.6448536269514722;

  /** Name of the input that tells how much weight an estimate has in a combination. */
  static final String COMBINATION_SIGMA = "combination_sigma_log10";

  private final EntityEvidence evidence;
  private final EstimationMethod method;
  private final List<EstimateInput> inputs = new ArrayList<>();
  private final Set<EstimateFlag> flags = EnumSet.noneOf(EstimateFlag.class);

  EstimateDraft(EntityEvidence evidence, EstimationMethod method) {
    this.evidence = evidence;
    this.method = method;
  }

  void input(String quantity, double value, String source) {
    inputs.add(new EstimateInput(quantity, value, null, source));
  }

  void input(String quantity, @Nullable Double value, String text, String source) {
    inputs.add(new EstimateInput(quantity, value, text, source));
  }

  void input(String quantity, StatedNumber number) {
    input(quantity, number.value(), number.source());
    if (number.conflicting()) {
      flags.add(EstimateFlag.INPUTS_CONFLICT);
    }
  }

  void flag(EstimateFlag flag) {
    flags.add(flag);
  }

  /** Finished with the widths of a kind of estimates. */
  Optional<FlopEstimate> build(
      double log10Flop, Uncertainties.Entry width, Confidence confidence, String reasoning) {
    return build(log10Flop, width.below(), width.above(), confidence, reasoning);
  }

  /**
   * Finished; empty when the value is not a finite number of FLOP, which absurd inputs cause.
   *
   * @param below from the 5 % quantile to the median, log10
   * @param above from the median to the 95 % quantile, log10
   */
  Optional<FlopEstimate> build(
      double log10Flop, double below, double above, Confidence confidence, String reasoning) {
    double flop = Math.pow(10, log10Flop);
    if (!(flop > 0) || Double.isInfinite(flop)) {
      return Optional.empty();
    }
    return Optional.of(
        new FlopEstimate(
            evidence.entityId(),
            evidence.name(),
            evidence.developer(),
            0,
            method,
            false,
            flop,
            log10Flop - below,
            log10Flop,
            log10Flop + above,
            confidence,
            flags.contains(EstimateFlag.INPUTS_CONFLICT)
                ? reasoning + " Sources differ; the value most of them state was used."
                : reasoning,
            inputs,
            List.copyOf(flags)));
  }

  /** Root of the sum of squares. */
  static double quadrature(double left, double right) {
    return Math.sqrt(left * left + right * right);
  }
}
