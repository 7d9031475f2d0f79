package io.evalbeam.transforms.statistics;

/**
 * How often models were right, alone and together, on the instances of one task that all of them
 * answered, each with a score of 0 or 1. For comparisons of pairs this says as much as the scores
 * themselves: a model's wins on an instance follow from its own score and from the number of models
 * that are right there.
 *
 * @param models positions of the models that take part, ascending
 * @param instances number of instances
 * @param bothRight {@code [a][b]}: instances on which the a-th and the b-th of these models are
 *     right; symmetric, with the number of right answers on the diagonal
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record RightAnswers(int[] models, long instances, long[][] bothRight) {

  /** The same task where wrong answers are the better ones. */
  public RightAnswers inverted() {
    int size = models.length;
    long[][] bothWrong = new long[size][size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        bothWrong[a][b] = instances - bothRight[a][a] - bothRight[b][b] + bothRight[a][b];
      }
    }
    return new RightAnswers(models, instances, bothWrong);
  }
}
