package io.evalbeam.io.evaluation.opencompass;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code results/{model}/{dataset}.json} says.
 *
 * @param metrics figures at full precision in the file's order; NaN and infinite values stay, so
 *     that they can be told from missing ones
 * @param error the evaluator's error in place of a score; null if none
 * @param judge whether the file is a judge's conversation, not results
 * @param correctness verdicts, empty unless details were asked for
 * @param end how the file ended
 */
record ResultsFile(
    Map<String, Double> metrics,
    @Nullable String error,
    boolean judge,
    Correctness correctness,
    JsonInput.End end) {

  /** A figure by its name in a summary, where commas became blanks; null if there is none. */
  @Nullable Double metric(String name) {
    for (Map.Entry<String, Double> metric : metrics.entrySet()) {
      if (SummaryText.cellText(metric.getKey()).equals(name)) {
        return metric.getValue();
      }
    }
    return null;
  }
}
