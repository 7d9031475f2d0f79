package io.evalbeam.transforms.evaluation;

import java.util.HashMap;
import java.util.Map;

/** Remembers alignments: models of one task mostly share few different sets of instances. */
final class Alignments {
  private record Sets(InstanceSet first, InstanceSet second) {}

  private final Map<Sets, Alignment> known = new HashMap<>();

  Alignment of(InstanceSet first, InstanceSet second) {
    return known.computeIfAbsent(
        new Sets(first, second), sets -> Alignment.of(sets.first, sets.second));
  }
}
