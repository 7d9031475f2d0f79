package io.evalbeam.schemas.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Accelerators by name, {@code chips.yaml}. */
public record ChipCatalogue(List<Chip> chips) implements Serializable {

  public ChipCatalogue {
    chips = List.copyOf(Objects.requireNonNullElse(chips, List.of()));
  }

  /**
   * The chip whose alias has all its words in the name; of several the alias with most words wins,
   * then the earlier chip.
   *
   * @param name such as {@code NVIDIA A100 SXM4 80 GB}
   */
  public Optional<Chip> find(String name) {
    List<String> words = words(name);
    Chip best = null;
    int bestWords = 0;
    for (Chip chip : chips) {
      for (String alias : chip.aliases()) {
        List<String> wanted = words(alias);
        if (wanted.size() > bestWords && words.containsAll(wanted)) {
          best = chip;
          bestWords = wanted.size();
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** The chip with this identifier. */
  public Optional<Chip> byId(String id) {
    return chips.stream().filter(chip -> chip.id().equals(id)).findFirst();
  }

  static List<String> words(String text) {
    return List.of(text.toLowerCase(Locale.ROOT).strip().split("[^a-z0-9]+"));
  }
}
