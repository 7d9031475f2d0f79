package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.reference.DeveloperCaps;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimateInput;
import io.evalbeam.schemas.tracking.FlopEstimate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lowers a chosen estimate to what the user's policy allows its developer. The estimate itself
 * stays as the next alternative, and the interval keeps its upper end: the policy limits what is
 * published, it does not know more than the methods do.
 */
public final class DeveloperCap {
  private final DeveloperCaps caps;

  public DeveloperCap(DeveloperCaps caps) {
    this.caps = caps;
  }

  /**
   * Applies the policy.
   *
   * @param estimates of one model, the chosen one first
   * @return the same list, or with the capped estimate before the others
   */
  public List<FlopEstimate> apply(List<FlopEstimate> estimates) {
    if (estimates.isEmpty()) {
      return estimates;
    }
    FlopEstimate chosen = estimates.get(0);
    Optional<DeveloperCaps.Entry> cap = caps.find(chosen.developer());
    if (cap.isEmpty() || chosen.flop() <= cap.get().maxFlop()) {
      return estimates;
    }
    List<FlopEstimate> capped = new ArrayList<>(List.of(capped(chosen, cap.get())));
    for (FlopEstimate estimate : estimates) {
      capped.add(estimate.at(capped.size(), false));
    }
    return capped;
  }

  private static FlopEstimate capped(FlopEstimate chosen, DeveloperCaps.Entry cap) {
    double median = Math.log10(cap.maxFlop());
    Set<EstimateFlag> flags = EnumSet.of(EstimateFlag.DEVELOPER_CAPPED);
    flags.addAll(chosen.flags());
    List<EstimateInput> inputs = new ArrayList<>(chosen.inputs());
    inputs.add(
        new EstimateInput(
            "developer_cap",
            cap.maxFlop(),
            cap.reason(),
            "developer-caps.yaml: " + cap.source() + ", " + cap.date()));
    return new FlopEstimate(
        chosen.entityId(),
        chosen.name(),
        chosen.developer(),
        0,
        chosen.method(),
        true,
        cap.maxFlop(),
        Math.min(chosen.log10FlopLow(), median),
        median,
        chosen.log10FlopHigh(),
        chosen.confidence(),
        "Capped by the developer policy: " + cap.reason() + " Before: " + chosen.reasoning(),
        inputs,
        List.copyOf(flags));
  }
}
