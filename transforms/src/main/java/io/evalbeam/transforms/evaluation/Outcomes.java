package io.evalbeam.transforms.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who was better than whom on how many instances: the input of the Bradley-Terry model. Outcomes of
 * disjoint tasks add up in any order. Immutable.
 */
public final class Outcomes {
  private final List<String> models;
  private final long[][] halfWins;

  private Outcomes(List<String> models, long[][] halfWins) {
    this.models = models;
    this.halfWins = halfWins;
  }

  /** No models. */
  public static Outcomes none() {
    return new Outcomes(List.of(), new long[0][0]);
  }

  /**
   * Outcomes of one task, without models that have no originals.
   *
   * @param lowerIsBetter direction of the metric
   */
  public static Outcomes of(TaskState task, boolean lowerIsBetter) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < task.models().size(); i++) {
      if (task.models().get(i).originals() != null) {
        positions.add(i);
      }
    }
    int size = positions.size();
    long[][] halfWins = new long[size][size];
    for (int b = 1; b < size; b++) {
      for (int a = 0; a < b; a++) {
        PairSums pair = task.pair(positions.get(a), positions.get(b));
        long winsA = lowerIsBetter ? pair.greaterB() : pair.greaterA();
        halfWins[a][b] = 2 * winsA + pair.ties();
        halfWins[b][a] = 2 * (pair.shared() - winsA) - pair.ties();
      }
    }
    return new Outcomes(
        positions.stream().map(position -> task.models().get(position).modelId()).toList(),
        halfWins);
  }

  /** Both together; their instances must be disjoint. */
  public Outcomes merge(Outcomes other) {
    TreeSet<String> ids = new TreeSet<>(models);
    ids.addAll(other.models);
    List<String> all = List.copyOf(ids);
    long[][] sums = new long[all.size()][all.size()];
    addTo(all, sums);
    other.addTo(all, sums);
    return new Outcomes(all, sums);
  }

  /** Identifiers of the models, ascending. */
  public List<String> models() {
    return models;
  }

  /** Twice the instances on which the first model was better, plus those on which both tied. */
  public long halfWins(int first, int second) {
    return halfWins[first][second];
  }

  /** Instances on which two different models were compared. */
  public long comparisons(int first, int second) {
    return (halfWins[first][second] + halfWins[second][first]) / 2;
  }

  private void addTo(List<String> all, long[][] sums) {
    int[] places = models.stream().mapToInt(all::indexOf).toArray();
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < places.length; j++) {
        sums[places[i]][places[j]] += halfWins[i][j];
      }
    }
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Outcomes other
        && models.equals(other.models)
        && Arrays.deepEquals(halfWins, other.halfWins);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(halfWins);
  }

  @Override
  public String toString() {
    return models + ": " + Arrays.deepToString(halfWins);
  }
}
