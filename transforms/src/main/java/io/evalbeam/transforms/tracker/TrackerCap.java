package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.tracking.Confidence;
import java.util.Optional;

/** Cap on estimates of developers who are said to lack the means for more. */
public final class TrackerCap {
  private static final double CAP = 9.9e24;
  private static final String PREFIX =
      "FLOP estimate capped at 9.9e+24 due to resource constraint policy: ";
  private static final String BLANK_DEVELOPER =
      "Unknown developer - insufficient resource information";

  private final TrackerConfiguration configuration;

  public TrackerCap(TrackerConfiguration configuration) {
    this.configuration = configuration;
  }

  /** The capped estimate; empty when the cap does not apply. */
  public Optional<TrackerEstimate> apply(String developer, TrackerEstimate estimate) {
    if (!(estimate.flop() > CAP)) {
      return Optional.empty();
    }
    return reason(developer)
        .map(
            reason ->
                new TrackerEstimate(
                    estimate.method(), CAP, lowered(estimate.confidence()), PREFIX + reason));
  }

  /**
   * The developer the cap looks at: for a model that anchors a benchmark the company named in the
   * anchor's citation, else the record's own.
   */
  String decisiveDeveloper(String name, String developer) {
    return configuration.anchors().values().stream()
        .filter(anchor -> anchor.model().equals(name))
        .map(anchor -> TrackerDevelopers.namedIn(anchor.citation(), developer))
        .findFirst()
        .orElse(developer);
  }

  private Optional<String> reason(String developer) {
    if (PythonText.strip(developer).isEmpty()) {
      return Optional.of(BLANK_DEVELOPER);
    }
    return configuration
        .developerRule(developer)
        .filter(TrackerConfiguration.DeveloperRule::excluded)
        .map(TrackerConfiguration.DeveloperRule::reason);
  }

  private static Confidence lowered(Confidence confidence) {
    return switch (confidence) {
      case HIGH -> Confidence.MEDIUM;
      case MEDIUM, LOW -> Confidence.LOW;
      case SPECULATIVE -> Confidence.SPECULATIVE;
    };
  }
}
