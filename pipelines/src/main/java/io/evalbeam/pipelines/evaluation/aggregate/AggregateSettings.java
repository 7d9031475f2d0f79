package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.files.Hashes;
import io.evalbeam.pipelines.options.AsOf;
import io.evalbeam.pipelines.run.ReferenceTexts;
import io.evalbeam.pipelines.run.Version;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.reference.MetricCatalog;
import io.evalbeam.schemas.reference.ReleaseSchemas;
import io.evalbeam.transforms.aggregate.GradedIntervals;
import io.evalbeam.transforms.aggregate.SplitChoice;
import io.evalbeam.transforms.aggregate.TaskSettings;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What decides the statistics besides the shards.
 *
 * @param layout where they go
 * @param split which split scores and ranks are about
 * @param graded intervals of graded scores
 * @param references replaced reference files of evaluation by name
 */
record AggregateSettings(
    AggregateLayout layout,
    SplitChoice split,
    GradedIntervals graded,
    Map<String, String> references)
    implements Serializable {

  /** Reference files that can be replaced. */
  static final List<String> REFERENCE_FILES = List.of(MetricCatalog.FILE, ReleaseSchemas.FILE);

  /** Name of the manifest's part that says what the state depends on besides the shards. */
  static final String PART = "settings";

  AggregateSettings {
    references = new TreeMap<>(references);
  }

  /**
   * Settings of the options.
   *
   * @throws InvalidConfigurationException when a reference file cannot be used
   */
  static AggregateSettings of(AggregateStatsOptions options) throws IOException {
    Map<String, String> references = ReferenceTexts.of(options.getReferenceData());
    references.keySet().retainAll(REFERENCE_FILES);
    AggregateSettings settings =
        new AggregateSettings(
            AggregateLayout.of(options.getSource(), AsOf.parse(options.getAsOf())),
            new SplitChoice(options.getSplit().toLowerCase(Locale.ROOT)),
            new GradedIntervals(
                options.getGradedInterval() == AggregateStatsOptions.GradedInterval.BOOTSTRAP,
                options.getSeed()),
            references);
    settings.metrics();
    settings.releaseSchemas();
    return settings;
  }

  MetricCatalog metrics() {
    return MetricCatalog.load(references);
  }

  ReleaseSchemas releaseSchemas() {
    return ReleaseSchemas.load(references);
  }

  /** What decides the figures of a task. */
  TaskSettings ofTasks() {
    return new TaskSettings(AggregateStats.NAME, layout.source(), split, graded);
  }

  /** Changes when the kept state would be another one. */
  String fingerprint() {
    return Hashes.ofText(
        String.join(
            "\n", Version.current(), split.name(), graded.toString(), references.toString()));
  }
}
