package io.evalbeam.schemas.tracking;

import java.util.Locale;

/** How much an estimate rests on published details, best first. */
public enum Confidence {
  /** Published details. */
  HIGH,
  /** A specification that is partly inferred, or benchmarks together with a specification. */
  MEDIUM,
  /** Benchmarks only. */
  LOW,
  /** Derived from the name or from priors. */
  SPECULATIVE;

  /** Spelling in files: {@code high}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
