package io.evalbeam.schemas.reference;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Published training specifications by model, {@code specifications.yaml}. */
public final class Specifications implements Serializable {
  private final List<Specification> specifications;
  private final Map<String, Specification> byLooseName = new HashMap<>();

  /** Of several entries with loosely equal names the first counts. */
  @JsonCreator
  public Specifications(@JsonProperty("specifications") @Nullable List<Specification> entries) {
    this.specifications = List.copyOf(Objects.requireNonNullElse(entries, List.of()));
    for (Specification entry : specifications) {
      byLooseName.putIfAbsent(LooseName.of(entry.name()), entry);
      entry.aliases().forEach(alias -> byLooseName.putIfAbsent(LooseName.of(alias), entry));
    }
  }

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
  }

  /** All entries, in the order of the file. */
  public List<Specification> specifications() {
    return specifications;
  }

  /** The specification of this model, compared by {@link LooseName}. */
  public Optional<Specification> find(String modelName) {
    return Optional.ofNullable(byLooseName.get(LooseName.of(modelName)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Specifications that && specifications.equals(that.specifications);
  }

  @Override
  public int hashCode() {
    return specifications.hashCode();
  }

  @Override
  public String toString() {
    return specifications.toString();
  }
}
