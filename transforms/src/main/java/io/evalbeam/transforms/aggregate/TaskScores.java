package io.evalbeam.transforms.aggregate;

import io.evalbeam.transforms.evaluation.AlignedScores;
import io.evalbeam.transforms.evaluation.TaskState;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Instance scores of a task in the order of a benchmark's models. Pairs leave out instances on
 * which the two were asked different questions; here they stay, since a model has one score for
 * each. So standard errors of strengths, but not the strengths, take note of them; an issue names
 * the task.
 */
final class TaskScores {
  private TaskScores() {}

  /**
   * Scores by model, then by instance; NaN where missing.
   *
   * @param entrants identifiers in the order of the benchmark's models; null for no part
   */
  static double[][] of(TaskState state, List<@Nullable String> entrants) {
    AlignedScores aligned = AlignedScores.of(state);
    double[][] scores = aligned.scores();
    double[][] ordered = new double[entrants.size()][];
    for (int i = 0; i < ordered.length; i++) {
      String entrant = entrants.get(i);
      int position = entrant == null ? -1 : aligned.models().indexOf(entrant);
      if (position >= 0) {
        ordered[i] = scores[position];
      } else {
        ordered[i] = new double[aligned.instances().size()];
        Arrays.fill(ordered[i], Double.NaN);
      }
    }
    return ordered;
  }
}
