package io.evalbeam.transforms.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Scores of one model in one unit of comparison, from all its runs: runs with different instances
 * complete each other; of runs that share instances the one with the greater key counts for these,
 * whether it has a score there or not. Immutable.
 */
public final class ModelUnits {
  private final List<Contribution> contributions;
  private final List<ConditionUnits> conditions;
  private final List<DuplicateInstances> duplicates;

  private ModelUnits(
      List<Contribution> contributions,
      List<ConditionUnits> conditions,
      List<DuplicateInstances> duplicates) {
    this.contributions = contributions;
    this.conditions = conditions;
    this.duplicates = duplicates;
  }

  /** Merges the runs of one model, at least one, each once. */
  static ModelUnits of(List<Contribution> contributions) {
    List<Contribution> greatestFirst =
        contributions.stream()
            .sorted(Comparator.comparing(Contribution::run, Comparator.reverseOrder()))
            .toList();
    List<DuplicateInstances> duplicates = new ArrayList<>();
    List<ConditionUnits> merged = new ArrayList<>();
    TreeSet<ConditionUnits> conditions = new TreeSet<>(ConditionUnits.ORDER);
    greatestFirst.forEach(contribution -> conditions.addAll(contribution.conditions()));
    for (ConditionUnits condition : conditions) {
      UnitMerge merge = new UnitMerge(condition.perturbation());
      greatestFirst.forEach(merge::add);
      merged.add(merge.merged());
      duplicates.addAll(merge.duplicates());
    }
    return new ModelUnits(greatestFirst, List.copyOf(merged), List.copyOf(duplicates));
  }

  /** Identifier of the model. */
  public String modelId() {
    return contributions.get(0).run().modelId();
  }

  /** The runs, the greatest key first. */
  public List<RunKey> runs() {
    return contributions.stream().map(Contribution::run).toList();
  }

  /** Scores over all runs, the originals first, then perturbations by name. */
  public List<ConditionUnits> conditions() {
    return conditions;
  }

  /** Scores of the originals; null when no run has any. */
  public @Nullable UnitVector originals() {
    ConditionUnits first = conditions.isEmpty() ? null : conditions.get(0);
    return first == null || first.perturbation() != null ? null : first.units();
  }

  /** What did not count because another run was asked the same. */
  public List<DuplicateInstances> duplicates() {
    return duplicates;
  }

  /** What the runs contributed, the greatest key first. */
  List<Contribution> contributions() {
    return contributions;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ModelUnits other && contributions.equals(other.contributions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(contributions);
  }

  @Override
  public String toString() {
    return modelId() + ": " + runs();
  }
}
