package io.evalbeam.transforms.snapshot;

import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The score a model is published with on a task: main metric, published split, originals. */
public record ScoreCell(
    String benchmark,
    String task,
    String modelName,
    @Nullable String modelDeployment,
    @Nullable String adapterMethod,
    @Nullable Integer shots,
    String promptSettings,
    String metric,
    @Nullable String split,
    @Nullable String subSplit) {

  /** Whether a row is such a score. */
  static boolean isPublished(ComprehensiveStatistics row) {
    return row.mainMetric() && row.publishedSplit() && row.perturbation() == null;
  }

  /** The cell a row is about. */
  static ScoreCell of(ComprehensiveStatistics row) {
    return new ScoreCell(
        row.benchmark(),
        row.task(),
        row.modelName(),
        row.modelDeployment(),
        row.adapterMethod(),
        row.shots(),
        row.promptSettings(),
        row.metric(),
        row.split(),
        row.subSplit());
  }

  /** What stays when a model is asked in another way. */
  List<@Nullable String> apartFromSettings() {
    return Arrays.asList(benchmark, task, modelName, modelDeployment, metric, split, subSplit);
  }
}
