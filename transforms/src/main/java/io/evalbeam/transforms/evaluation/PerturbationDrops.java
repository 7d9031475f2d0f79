package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.math.ExactMoments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Losses of a model under perturbations, paired by instance. */
public final class PerturbationDrops {
  private PerturbationDrops() {}

  /**
   * One drop for every perturbation by name, then one for all robustness and one for all fairness
   * perturbations where there are any. Empty without originals. What no instance supports is left
   * out, as are the last two when the direction is unknown: then no copy is the worst.
   *
   * @param lowerIsBetter direction of the metric, null if unknown
   */
  public static List<PerturbationDrop> of(ModelUnits model, @Nullable Boolean lowerIsBetter) {
    UnitVector originals = model.originals();
    if (originals == null) {
      return List.of();
    }
    List<ConditionUnits> copies =
        model.conditions().stream().filter(c -> c.perturbation() != null).toList();
    Comparison comparison = new Comparison(model.modelId(), originals, lowerIsBetter);
    List<PerturbationDrop> drops = new ArrayList<>();
    for (ConditionUnits copy : copies) {
      comparison.add(PerturbationDrop.Kind.SINGLE, copy.perturbation(), List.of(copy), drops);
    }
    if (lowerIsBetter != null) {
      comparison.add(
          PerturbationDrop.Kind.ROBUSTNESS,
          null,
          select(copies, ConditionUnits::robustness),
          drops);
      comparison.add(
          PerturbationDrop.Kind.FAIRNESS, null, select(copies, ConditionUnits::fairness), drops);
    }
    return List.copyOf(drops);
  }

  private static List<ConditionUnits> select(
      List<ConditionUnits> copies, Predicate<ConditionUnits> kind) {
    return copies.stream().filter(kind).toList();
  }

  /** Compares copies with the originals of one model. */
  private record Comparison(String modelId, UnitVector originals, @Nullable Boolean lowerIsBetter) {

    /** Adds the drop over some copies, unless no instance has both. */
    void add(
        PerturbationDrop.Kind kind,
        @Nullable String perturbation,
        List<ConditionUnits> copies,
        List<PerturbationDrop> drops) {
      double[] perturbed = worstCopies(copies);
      boolean directed = lowerIsBetter != null;
      PerturbationDrop drop =
          new PerturbationDrop(
              modelId,
              kind,
              perturbation,
              new ExactMoments(),
              new ExactMoments(),
              directed ? new ExactMoments() : null,
              new ExactMoments(),
              directed ? new ExactMoments() : null);
      for (int i = 0; i < perturbed.length; i++) {
        if (!Double.isNaN(perturbed[i]) && !Double.isNaN(originals.score(i))) {
          addInstance(drop, originals.score(i), perturbed[i]);
        }
      }
      if (drop.n() > 0) {
        drops.add(drop);
      }
    }

    private void addInstance(PerturbationDrop drop, double original, double perturbed) {
      drop.original().add(original);
      drop.perturbed().add(perturbed);
      drop.perturbedDrop().add(Differences.of(original, perturbed));
      if (drop.worst() != null && drop.worstDrop() != null) {
        double worst = worse(original, perturbed);
        drop.worst().add(worst);
        drop.worstDrop().add(Differences.of(original, worst));
      }
    }

    /** Worst score of each original's copies; NaN without any. */
    private double[] worstCopies(List<ConditionUnits> copies) {
      double[] worst = new double[originals.size()];
      Arrays.fill(worst, Double.NaN);
      for (ConditionUnits copy : copies) {
        UnitVector units = copy.units();
        Alignment alignment = Alignment.of(originals.instances(), units.instances());
        for (int i = 0; i < alignment.size(); i++) {
          int place = alignment.first()[i];
          double score = units.score(alignment.second()[i]);
          worst[place] = Double.isNaN(worst[place]) ? score : worse(worst[place], score);
        }
      }
      return worst;
    }

    /** The worse of two scores; the first when the second is missing. */
    private double worse(double first, double second) {
      if (Double.isNaN(second)) {
        return first;
      }
      return Boolean.TRUE.equals(lowerIsBetter) ? Math.max(first, second) : Math.min(first, second);
    }
  }
}
