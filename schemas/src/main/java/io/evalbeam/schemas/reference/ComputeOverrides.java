package io.evalbeam.schemas.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sourced statements of a person about training compute, {@code overrides.yaml}. */
public record ComputeOverrides(List<Entry> overrides) implements Serializable {

  /**
   * A statement.
   *
   * @param flop training compute, FLOP
   * @param flopLow 5 % quantile; null for the usual interval of a disclosed value
   * @param flopHigh 95 % quantile; null likewise
   * @param date when it was stated, ISO
   * @param statement what the source says, in short
   */
  public record Entry(
      String name,
      List<String> aliases,
      double flop,
      @Nullable Double flopLow,
      @Nullable Double flopHigh,
      String date,
      String statement,
      String source)
      implements Serializable {
    public Entry {
      aliases = List.copyOf(Objects.requireNonNullElse(aliases, List.of()));
    }

    private boolean isNamed(String looseName) {
      return LooseName.of(name).equals(looseName)
          || aliases.stream().anyMatch(alias -> LooseName.of(alias).equals(looseName));
    }
  }

  public ComputeOverrides {
    overrides = List.copyOf(Objects.requireNonNullElse(overrides, List.of()));
  }

  /** The statement about this model, compared by {@link LooseName}. */
  public Optional<Entry> find(String modelName) {
    String loose = LooseName.of(modelName);
    return overrides.stream().filter(entry -> entry.isNamed(loose)).findFirst();
  }
}
