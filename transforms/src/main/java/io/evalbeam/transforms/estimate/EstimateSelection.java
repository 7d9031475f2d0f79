package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.FlopEstimate;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the estimates of one model in order and chooses the first. Nothing is dropped: where
 * operation count and hardware are averaged, the average joins them at the top.
 */
public final class EstimateSelection implements Serializable {
  private static final double DISAGREEMENT = 1;
  private static final double LOG10_SMALLEST = 10;
  private static final double LOG10_LARGEST = 30;

  /** The one input of an imputation that is not a benchmark score. */
  private static final String RELEASE_YEAR = "release_year";

  private final MethodCombination combination;

  public EstimateSelection(ReferenceLibrary library) {
    this.combination = new MethodCombination(library);
  }

  /**
   * Chooses and orders.
   *
   * @param estimates of one model, in any order, by any method; at most one per method
   * @return the same estimates with priorities from 0, the chosen one first, and flags added; empty
   *     for an empty list
   */
  public List<FlopEstimate> select(List<FlopEstimate> estimates) {
    if (estimates.isEmpty()) {
      return List.of();
    }
    List<FlopEstimate> ranked = new ArrayList<>(estimates);
    ranked.sort(
        Comparator.comparingInt(EstimateSelection::rank)
            .thenComparingDouble(FlopEstimate::log10FlopMedian)
            .thenComparing(FlopEstimate::reasoning));
    FlopEstimate operations = of(estimates, EstimationMethod.OPERATION_COUNT);
    FlopEstimate hardware = of(estimates, EstimationMethod.HARDWARE);
    if (isOwnTraining(ranked.get(0)) && operations != null && hardware != null) {
      FlopEstimate best = combination.best(operations, hardware);
      if (best != null) {
        ranked.remove(best);
        ranked.removeIf(other -> isSameCalculation(other, best));
        ranked.add(0, best);
      }
    }
    return finished(ranked);
  }

  private List<FlopEstimate> finished(List<FlopEstimate> ranked) {
    List<FlopEstimate> finished = new ArrayList<>();
    FlopEstimate chosen = withEvidenceOfSize(ranked);
    double gap = largestGap(ranked);
    for (int place = 0; place < ranked.size(); place++) {
      FlopEstimate estimate = place == 0 ? chosen : ranked.get(place);
      Set<EstimateFlag> flags = EnumSet.noneOf(EstimateFlag.class);
      flags.addAll(estimate.flags());
      String reasoning = estimate.reasoning();
      if (place == 0 && gap > DISAGREEMENT) {
        flags.add(EstimateFlag.METHODS_DISAGREE);
        reasoning += " Methods differ by a factor of " + Wording.number(factor(gap)) + ".";
      }
      double median = estimate.log10FlopMedian();
      if (median < LOG10_SMALLEST || median > LOG10_LARGEST) {
        flags.add(EstimateFlag.IMPLAUSIBLE_MAGNITUDE);
      }
      finished.add(copy(estimate, estimate.confidence(), reasoning, flags).at(place, place == 0));
    }
    return finished;
  }

  private static double factor(double gap) {
    return Math.rint(Math.pow(10, gap));
  }

  /** An imputation from several scores, next to a parameter count, rests on both. */
  private static FlopEstimate withEvidenceOfSize(List<FlopEstimate> ranked) {
    FlopEstimate first = ranked.get(0);
    long scores =
        first.inputs().stream().filter(input -> !input.quantity().equals(RELEASE_YEAR)).count();
    boolean specified = of(ranked, EstimationMethod.OPERATION_COUNT) != null;
    boolean uninformed = first.flags().contains(EstimateFlag.NOT_BETTER_THAN_CONSTANT);
    if (first.method() != EstimationMethod.BENCHMARK_IMPUTATION
        || uninformed
        || scores < 2
        || !specified) {
      return first;
    }
    Set<EstimateFlag> flags = EnumSet.noneOf(EstimateFlag.class);
    flags.addAll(first.flags());
    return copy(first, Confidence.MEDIUM, first.reasoning(), flags);
  }

  /** What covers the model's own training only is not compared with a total that has a base. */
  private static double largestGap(List<FlopEstimate> ranked) {
    boolean derived = ranked.get(0).method() == EstimationMethod.BASE_PLUS_FINETUNE;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (FlopEstimate estimate : ranked) {
      boolean partial =
          isOwnTraining(estimate) || estimate.method() == EstimationMethod.TRAINING_COST;
      if (!derived || !partial) {
        low = Math.min(low, estimate.log10FlopMedian());
        high = Math.max(high, estimate.log10FlopMedian());
      }
    }
    return high - low;
  }

  private static boolean isOwnTraining(FlopEstimate estimate) {
    return estimate.method() == EstimationMethod.OPERATION_COUNT
        || estimate.method() == EstimationMethod.HARDWARE;
  }

  private static boolean isSameCalculation(FlopEstimate left, FlopEstimate right) {
    return left.method() == right.method()
        && left.log10FlopMedian() == right.log10FlopMedian()
        && left.inputs().equals(right.inputs());
  }

  private static @Nullable FlopEstimate of(List<FlopEstimate> estimates, EstimationMethod method) {
    return estimates.stream()
        .filter(estimate -> estimate.method() == method)
        .findFirst()
        .orElse(null);
  }

  /** Method order, except that an operation count resting on priors comes late. */
  private static int rank(FlopEstimate estimate) {
    boolean tokensAssumed = estimate.flags().contains(EstimateFlag.TOKENS_ASSUMED);
    boolean domainAssumed = estimate.flags().contains(EstimateFlag.DOMAIN_FACTOR_ASSUMED);
    return switch (estimate.method()) {
      case CURATED_OVERRIDE -> 0;
      case DISCLOSED_COMPUTE -> 1;
      // Where a base model is known, operation count and hardware cover the fine-tuning only.
      case BASE_PLUS_FINETUNE -> 2;
      case OPERATION_COUNT -> tokensAssumed ? 8 : domainAssumed ? 5 : 3;
      case HARDWARE -> 4;
      case TRAINING_COST -> 6;
      case BENCHMARK_IMPUTATION -> 7;
      case NAME_SIZE -> 9;
      case NONE -> 10;
    };
  }

  private static FlopEstimate copy(
      FlopEstimate estimate, Confidence confidence, String reasoning, Set<EstimateFlag> flags) {
    return new FlopEstimate(
        estimate.entityId(),
        estimate.name(),
        estimate.developer(),
        estimate.priority(),
        estimate.method(),
        estimate.chosen(),
        estimate.flop(),
        estimate.log10FlopLow(),
        estimate.log10FlopMedian(),
        estimate.log10FlopHigh(),
        confidence,
        reasoning,
        estimate.inputs(),
        List.copyOf(flags));
  }
}
