package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.files.Hashes;
import io.evalbeam.pipelines.options.AsOf;
import io.evalbeam.pipelines.run.ReferenceTexts;
import io.evalbeam.pipelines.run.Version;
import io.evalbeam.schemas.reference.EvaluationReferences;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.transforms.aggregate.GradedIntervals;
import io.evalbeam.transforms.aggregate.SplitChoice;
import io.evalbeam.transforms.aggregate.TaskSettings;
import java.io.IOException;
import java.io.Serializable;
import java.util.Locale;

/**
 * What decides the statistics besides the shards.
 *
 * @param layout where they go
 * @param split which split scores and ranks are about
 * @param graded intervals of graded scores
 * @param references reference files of evaluation
 */
record AggregateSettings(
    AggregateLayout layout,
    SplitChoice split,
    GradedIntervals graded,
    EvaluationReferences references)
    implements Serializable {

  /** Name of the manifest's part that says what the state depends on besides the shards. */
  static final String PART = "settings";

  /**
   * Settings of the options.
   *
   * @throws InvalidConfigurationException when a reference file cannot be used
   */
  static AggregateSettings of(AggregateStatsOptions options) throws IOException {
    EvaluationReferences references =
        new EvaluationReferences(ReferenceTexts.of(options.getReferenceData()));
    references.metrics();
    references.releaseSchemas();
    return new AggregateSettings(
        AggregateLayout.of(options.getSource(), AsOf.parse(options.getAsOf())),
        new SplitChoice(options.getSplit().toLowerCase(Locale.ROOT)),
        new GradedIntervals(
            options.getGradedInterval() == AggregateStatsOptions.GradedInterval.BOOTSTRAP,
            options.getSeed()),
        references);
  }

  /** What decides the figures of a task. */
  TaskSettings ofTasks() {
    return new TaskSettings(AggregateStats.NAME, layout.source(), split, graded);
  }

  /** Changes when the kept state would be another one. */
  String fingerprint() {
    return Hashes.ofText(
        String.join(
            "\n",
            Version.current(),
            split.name(),
            graded.toString(),
            references.replaced().toString()));
  }
}
