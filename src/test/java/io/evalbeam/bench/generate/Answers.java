package io.evalbeam.bench.generate;

/**
 * Who answers what right: models have abilities and questions difficulties, so that scores of two
 * models on the same questions are correlated as they are in true evaluations (Rasch's model).
 */
public final class Answers {
  /** Possible answers to a question. */
  public static final int OPTIONS = 4;

  private static final double SPREAD = 0.8;

  private final Draws draws;

  /** Answers of a seed. */
  public Answers(Draws draws) {
    this.draws = draws;
  }

  /** Index of the right option. */
  public int rightOption(int task, int instance) {
    return draws.below(OPTIONS, Draws.Kind.RIGHT_OPTION, task, instance);
  }

  /** Index of the option that a model chooses. */
  public int chosenOption(int task, int model, int instance) {
    int right = rightOption(task, instance);
    if (uniform(task, model, instance) < chance(task, model, instance)) {
      return right;
    }
    int wrong = draws.below(OPTIONS - 1, Draws.Kind.WRONG_OPTION, pair(task, model), instance);
    return wrong < right ? wrong : wrong + 1;
  }

  /** Overlap of a free answer with the expected one, in 0, 1/36, ..., 1. */
  double overlap(int task, int model, int instance) {
    double drawn = uniform(task, model, instance);
    double chance = chance(task, model, instance);
    return drawn < chance * chance ? 1 : Math.round(36 * chance * (1 - drawn)) / 36.0;
  }

  private double chance(int task, int model, int instance) {
    double ability = draws.logistic(Draws.Kind.ABILITY, model, -1);
    double talent = draws.logistic(Draws.Kind.ABILITY, model, task);
    double difficulty = draws.logistic(Draws.Kind.DIFFICULTY, task, instance);
    return 1 / (1 + StrictMath.exp(-(0.7 + SPREAD * ability + 0.3 * talent - difficulty)));
  }

  private double uniform(int task, int model, int instance) {
    return draws.uniform(Draws.Kind.ANSWER, pair(task, model), instance);
  }

  private static long pair(int task, int model) {
    return ((long) task << 32) | model;
  }
}
