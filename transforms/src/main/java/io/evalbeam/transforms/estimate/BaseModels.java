package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.reference.LooseName;
import io.evalbeam.schemas.tracking.FlopEstimate;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Training compute of models that others were derived from, by {@link LooseName}. */
public final class BaseModels implements Serializable {
  /** No base model is known; those in the specifications are found all the same. */
  public static final BaseModels NONE = new BaseModels(Map.of());

  private static final double QUANTILES_PER_SIGMA = 3.29;

  private final Map<String, BaseCompute> byLooseName;

  private BaseModels(Map<String, BaseCompute> byLooseName) {
    this.byLooseName = Map.copyOf(byLooseName);
  }

  /**
   * Compute of one base model.
   *
   * @param log10Flop median of log10 FLOP
   * @param sigma standard deviation of log10 FLOP
   * @param source where it comes from
   */
  public record BaseCompute(double log10Flop, double sigma, String source)
      implements Serializable {}

  /** Base models by name; of names that are loosely equal the first in code unit order counts. */
  public static BaseModels of(Map<String, BaseCompute> byName) {
    TreeMap<String, BaseCompute> loose = new TreeMap<>();
    new TreeMap<>(byName)
        .forEach(
            (name, compute) -> {
              String key = LooseName.of(name);
              if (!key.isEmpty()) {
                loose.putIfAbsent(key, compute);
              }
            });
    return new BaseModels(loose);
  }

  /** What a chosen estimate says about a model when others are derived from it. */
  public static BaseCompute computeOf(FlopEstimate chosen) {
    return new BaseCompute(
        chosen.log10FlopMedian(),
        (chosen.log10FlopHigh() - chosen.log10FlopLow()) / QUANTILES_PER_SIGMA,
        "estimate of this run by " + chosen.method().key());
  }

  /** The base model of this name. */
  public Optional<BaseCompute> find(String name) {
    return Optional.ofNullable(byLooseName.get(LooseName.of(name)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BaseModels bases && byLooseName.equals(bases.byLooseName);
  }

  @Override
  public int hashCode() {
    return byLooseName.hashCode();
  }
}
