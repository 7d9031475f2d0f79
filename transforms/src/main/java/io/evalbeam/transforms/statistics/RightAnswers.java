package io.evalbeam.transforms.statistics;

/**
 * How often models were right, alone and together, on the instances of one task that all of them
 * answered, each with a score of 0 or 1. For comparisons of pairs this says as much as the scores
 * themselves: a model's wins on an instance follow from its own score and from the number of models
 * that are right there.
 *
 * @param instances number of instances
 * @param bothRight {@code [a][b]}: instances on which models a and b are right; symmetric, with the
 *     number of right answers on the diagonal
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record RightAnswers(long instances, long[][] bothRight) {

  /** The same task where wrong answers are the better ones. */
  public RightAnswers inverted() {
    int size = bothRight.length;
    long[][] bothWrong = new long[size][size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        bothWrong[a][b] = instances - bothRight[a][a] - bothRight[b][b] + bothRight[a][b];
      }
    }
    return new RightAnswers(instances, bothWrong);
  }

  /**
   * Wins on these instances; time is {@code K^2}, however many instances there are.
   *
   * <p>With K models, c of them right, model i has {@code h_i = K x_i + z} half-wins where {@code
   * x_i} is its score and {@code z = K - 1 - c} is what a wrong model has. Products of them, summed
   * over instances, are therefore sums of {@code x_i x_j}.
   */
  public WinSums wins() {
    int models = bothRight.length;
    long right = 0;
    long rightSquared = 0;
    long[] rightTogether = new long[models];
    for (int i = 0; i < models; i++) {
      for (int j = 0; j < models; j++) {
        rightTogether[i] += bothRight[i][j];
      }
      right += bothRight[i][i];
      rightSquared += rightTogether[i];
    }
    long others = models - 1L;
    long sumZ = others * instances - right;
    long sumZz = others * others * instances - 2 * others * right + rightSquared;
    long[] halfWins = new long[models];
    long[] products = new long[models * (models + 1) / 2];
    int place = 0;
    for (int i = 0; i < models; i++) {
      halfWins[i] = models * bothRight[i][i] + sumZ;
      for (int j = 0; j <= i; j++) {
        long sumXz =
            others * (bothRight[i][i] + bothRight[j][j]) - rightTogether[i] - rightTogether[j];
        products[place++] = (long) models * models * bothRight[i][j] + models * sumXz + sumZz;
      }
    }
    return WinSums.of(instances, halfWins, products);
  }
}
