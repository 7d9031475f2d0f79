package io.evalbeam.schemas.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Developers whose estimates must not exceed what their resources allow, {@code
 * developer-caps.yaml}. As shipped there are none: a cap turns ignorance into a number, so it is
 * the user's own decision.
 */
public record DeveloperCaps(List<Entry> caps) implements Serializable {

  /**
   * A cap.
   *
   * @param developer canonical name, as in column {@code developer}
   * @param maxFlop largest training compute that is published, FLOP
   * @param reason why, as a sentence
   * @param source what the reason rests on
   * @param date when it was decided, ISO
   */
  public record Entry(String developer, double maxFlop, String reason, String source, String date)
      implements Serializable {}

  public DeveloperCaps {
    caps = List.copyOf(Objects.requireNonNullElse(caps, List.of()));
  }

  /** The cap of a developer, compared without case. */
  public Optional<Entry> find(String developer) {
    return caps.stream().filter(cap -> cap.developer().equalsIgnoreCase(developer)).findFirst();
  }
}
