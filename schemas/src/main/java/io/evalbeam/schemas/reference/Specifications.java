package io.evalbeam.schemas.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Published training specifications by model, {@code specifications.yaml}. */
public record Specifications(List<Specification> specifications) implements Serializable {

  /**
   * What a developer published about one model.
   *
   * @param parametersTotal all parameters
   * @param parametersActive parameters used per token; equal to the total for dense models
   * @param dataPoints tokens of one pass; null when not published
   * @param passes passes over the data; null when not published
   */
  public record Specification(
      String name,
      List<String> aliases,
      double parametersTotal,
      @Nullable Double parametersActive,
      @Nullable Double dataPoints,
      @Nullable Double passes,
      String source)
      implements Serializable {
    public Specification {
      aliases = List.copyOf(Objects.requireNonNullElse(aliases, List.of()));
    }

    private boolean isNamed(String looseName) {
      return LooseName.of(name).equals(looseName)
          || aliases.stream().anyMatch(alias -> LooseName.of(alias).equals(looseName));
    }
  }

  public Specifications {
    specifications = List.copyOf(Objects.requireNonNullElse(specifications, List.of()));
  }

  /** The specification of this model, compared by {@link LooseName}. */
  public Optional<Specification> find(String modelName) {
    String loose = LooseName.of(modelName);
    return specifications.stream().filter(entry -> entry.isNamed(loose)).findFirst();
  }
}
