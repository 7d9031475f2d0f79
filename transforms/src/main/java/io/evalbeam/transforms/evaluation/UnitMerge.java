package io.evalbeam.transforms.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Merges the vectors of one model and condition; an instance belongs to the first run with it. */
final class UnitMerge {
  private final @Nullable String perturbation;
  private final List<RunKey> runs = new ArrayList<>();
  private final List<UnitVector> vectors = new ArrayList<>();
  private final List<DuplicateInstances> duplicates = new ArrayList<>();
  private boolean robustness;
  private boolean fairness;

  UnitMerge(@Nullable String perturbation) {
    this.perturbation = perturbation;
  }

  /** Adds a run if it has this condition. */
  void add(Contribution contribution) {
    for (ConditionUnits condition : contribution.conditions()) {
      if (Objects.equals(condition.perturbation(), perturbation)) {
        runs.add(contribution.run());
        vectors.add(condition.units());
        robustness |= condition.robustness();
        fairness |= condition.fairness();
      }
    }
  }

  /** What was added, at least one run, as one vector. */
  ConditionUnits merged() {
    UnitVector units = vectors.size() == 1 ? vectors.get(0) : union();
    return new ConditionUnits(perturbation, robustness, fairness, units);
  }

  /** Instances of more than one run, known after {@link #merged}. */
  List<DuplicateInstances> duplicates() {
    return duplicates;
  }

  private UnitVector union() {
    InstanceSet instances = InstanceSet.union(vectors.stream().map(UnitVector::instances).toList());
    double[] scores = new double[instances.size()];
    long[] texts = new long[instances.size()];
    int[] owners = new int[instances.size()];
    Arrays.fill(owners, -1);
    for (int run = 0; run < vectors.size(); run++) {
      UnitVector vector = vectors.get(run);
      int[] dropped = new int[run];
      int[] places = Alignment.of(instances, vector.instances()).first();
      for (int i = 0; i < places.length; i++) {
        int place = places[i];
        if (owners[place] >= 0) {
          dropped[owners[place]]++;
          continue;
        }
        owners[place] = run;
        scores[place] = vector.score(i);
        texts[place] = vector.texts().hash(i);
      }
      report(run, dropped);
    }
    return UnitVector.of(instances, scores, QuestionTexts.of(texts));
  }

  private void report(int run, int[] dropped) {
    for (int kept = 0; kept < run; kept++) {
      if (dropped[kept] > 0) {
        duplicates.add(
            new DuplicateInstances(runs.get(kept), runs.get(run), perturbation, dropped[kept]));
      }
    }
  }
}
