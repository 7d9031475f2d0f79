package io.evalbeam.transforms.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Scores of all models of a task over the union of their instances, for statistics that need every
 * instance, such as the sandwich error of the Bradley-Terry model.
 */
public final class AlignedScores {
  private final InstanceSet instances;
  private final List<String> models;
  private final double[][] scores;
  private final long[][] texts;

  private AlignedScores(
      InstanceSet instances, List<String> models, double[][] scores, long[][] texts) {
    this.instances = instances;
    this.models = models;
    this.scores = scores;
    this.texts = texts;
  }

  /** Scores of the originals, without models that have none. */
  public static AlignedScores of(TaskState task) {
    List<ModelUnits> models =
        task.models().stream().filter(model -> model.originals() != null).toList();
    List<UnitVector> vectors =
        models.stream().map(model -> Objects.requireNonNull(model.originals())).toList();
    InstanceSet union =
        vectors.isEmpty()
            ? InstanceSet.of(List.of())
            : InstanceSet.union(vectors.stream().map(UnitVector::instances).toList());
    double[][] scores = new double[models.size()][union.size()];
    long[][] texts = new long[models.size()][union.size()];
    Alignments alignments = new Alignments();
    for (int model = 0; model < vectors.size(); model++) {
      UnitVector vector = vectors.get(model);
      Arrays.fill(scores[model], Double.NaN);
      int[] places = alignments.of(union, vector.instances()).first();
      for (int i = 0; i < places.length; i++) {
        scores[model][places[i]] = vector.score(i);
        texts[model][places[i]] = vector.texts().hash(i);
      }
    }
    return new AlignedScores(
        union, models.stream().map(ModelUnits::modelId).toList(), scores, texts);
  }

  /** All instances of at least one model. */
  public InstanceSet instances() {
    return instances;
  }

  /** Identifiers of the models, ascending. */
  public List<String> models() {
    return models;
  }

  /** Score of a model for an instance; NaN when it is missing. */
  public double score(int model, int instance) {
    return scores[model][instance];
  }

  /** All scores, by model, then by instance, NaN where missing; the caller owns them. */
  public double[][] scores() {
    double[][] copy = new double[scores.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = scores[i].clone();
    }
    return copy;
  }

  /** Whether both models have a score for an instance and were asked the same as far as known. */
  public boolean comparable(int first, int second, int instance) {
    return !Double.isNaN(scores[first][instance])
        && !Double.isNaN(scores[second][instance])
        && !QuestionTexts.differ(texts[first][instance], texts[second][instance]);
  }
}
