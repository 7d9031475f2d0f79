package io.evalbeam.schemas.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** Widths of 90 % intervals by kind of estimate, {@code uncertainty.yaml}. */
public record Uncertainties(List<Entry> kinds) implements Serializable {

  /** Kinds of estimates that are wrong by comparable amounts. */
  public enum Kind {
    /** Training compute that a source states. */
    DISCLOSED,
    /** Operation count, passes stated or published. */
    OPERATIONS_STATED_PASSES,
    /** Operation count, one pass assumed where that is the custom. */
    OPERATIONS_CUSTOMARY_PASSES,
    /** Operation count, passes guessed. */
    OPERATIONS_GUESSED_PASSES,
    /** Operation count with a rough factor of the domain. */
    OPERATIONS_DOMAIN_FACTOR,
    /** Chips and time with stated utilisation. */
    HARDWARE_STATED_UTILIZATION,
    /** Chips and time with assumed utilisation. */
    HARDWARE_ASSUMED_UTILIZATION,
    /** Chips and time where the operation count differs by more than the combination allows. */
    HARDWARE_CONFLICTING,
    /** Operation count and hardware averaged. */
    COMBINED,
    /** Base model and fine-tuning. */
    BASE_PLUS_FINETUNE,
    /** Cost at dated prices. */
    TRAINING_COST
  }

  /**
   * Distances from the median in log10 FLOP.
   *
   * @param below to the 5 % quantile
   * @param above to the 95 % quantile
   * @param rows rows it was calibrated on, 0 for a judgement
   */
  public record Entry(Kind kind, double below, double above, int rows, String source)
      implements Serializable {}

  public Uncertainties {
    kinds = List.copyOf(Objects.requireNonNullElse(kinds, List.of()));
  }

  /**
   * The widths of a kind.
   *
   * @throws IllegalArgumentException when the kind is missing, which validation rules out
   */
  public Entry of(Kind kind) {
    return kinds.stream()
        .filter(entry -> entry.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no uncertainty for " + kind));
  }
}
