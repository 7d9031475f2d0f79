package io.evalbeam.transforms.statistics;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * First and second moments of the wins of models on instances that all of them answered: all that
 * the dependence between comparisons on one instance needs to know. A win is two half-wins, a tie
 * one; integers add up in any order, over instances and over tasks. Mutable, not thread-safe.
 *
 * <p>Sums are exact for {@code 4 n K^2 < 2^63}: a billion instances of ten thousand models.
 */
public final class WinSums {
  private final long[] halfWins;

  /** By the first model, then by the second, which is not after it. */
  private final long[] products;

  private long instances;

  /** No instances yet of a number of models. */
  public WinSums(int models) {
    this(0, new long[models], new long[models * (models + 1) / 2]);
  }

  private WinSums(long instances, long[] halfWins, long[] products) {
    this.instances = instances;
    this.halfWins = halfWins;
    this.products = products;
  }

  /**
   * Sums made before.
   *
   * @param products in the order of {@link #products(int, int)}, {@code (0, 0), (1, 0), (1, 1),
   *     ...}
   * @throws IllegalArgumentException when the lengths do not fit
   */
  public static WinSums of(long instances, long[] halfWins, long[] products) {
    if (products.length != halfWins.length * (halfWins.length + 1) / 2) {
      throw new IllegalArgumentException("wins and products of different models");
    }
    return new WinSums(instances, halfWins.clone(), products.clone());
  }

  /**
   * Sums of one task, by the set of models that answered an instance; an instance of a single model
   * compares nothing. Time is {@code n K^2}.
   *
   * @param scores {@code [model][instance]}, NaN where missing
   * @param most number of sets up to which it is worth while
   * @return by set of positions; the models of a set in their order. Empty if there are more sets
   */
  public static Optional<Map<BitSet, WinSums>> byModels(
      double[][] scores, boolean lowerIsBetter, int most) {
    Map<BitSet, WinSums> sums = new LinkedHashMap<>();
    double[] column = new double[scores.length];
    for (int instance = 0; scores.length > 0 && instance < scores[0].length; instance++) {
      BitSet present = new BitSet();
      for (int model = 0; model < column.length; model++) {
        column[model] = scores[model][instance];
        present.set(model, !Double.isNaN(column[model]));
      }
      if (present.cardinality() > 1) {
        sums.computeIfAbsent(present, set -> new WinSums(set.cardinality()))
            .addInstance(HalfWins.of(column, lowerIsBetter));
        if (sums.size() > most) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(sums);
  }

  /** Number of models K. */
  public int models() {
    return halfWins.length;
  }

  /** Number of instances n. */
  public long instances() {
    return instances;
  }

  /** {@code sum h_i} over instances, h half-wins. */
  public long halfWins(int model) {
    return halfWins[model];
  }

  /** {@code sum h_i h_j} over instances. */
  public long products(int first, int second) {
    return products[
        Math.max(first, second) * (Math.max(first, second) + 1) / 2 + Math.min(first, second)];
  }

  /**
   * Adds the sums of other instances.
   *
   * @throws IllegalArgumentException when they have another number of models
   */
  public void add(WinSums other) {
    if (other.models() != models()) {
      throw new IllegalArgumentException(other.models() + " models instead of " + models());
    }
    instances += other.instances;
    for (int i = 0; i < halfWins.length; i++) {
      halfWins[i] += other.halfWins[i];
    }
    for (int i = 0; i < products.length; i++) {
      products[i] += other.products[i];
    }
  }

  /** Adds one instance; those without a value are no models of these sums. */
  private void addInstance(int[] wins) {
    int[] own = new int[halfWins.length];
    int count = 0;
    for (int value : wins) {
      if (value != HalfWins.MISSING) {
        own[count++] = value;
      }
    }
    instances++;
    int place = 0;
    for (int i = 0; i < own.length; i++) {
      halfWins[i] += own[i];
      for (int j = 0; j <= i; j++) {
        products[place++] += (long) own[i] * own[j];
      }
    }
  }
}
