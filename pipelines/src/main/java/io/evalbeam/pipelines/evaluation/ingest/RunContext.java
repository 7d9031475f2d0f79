package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.RunFormat;
import io.evalbeam.io.evaluation.everyeval.EveryEvalExport;
import io.evalbeam.io.evaluation.everyeval.MetricTraits;
import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.MainMetric;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.ModelIdentity;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.reference.MetricCatalog;
import io.evalbeam.schemas.reference.MetricInfo;
import io.evalbeam.schemas.reference.MetricKind;
import io.evalbeam.schemas.reference.ReleaseSchema;
import io.evalbeam.schemas.reference.ReleaseSchemas;
import io.evalbeam.schemas.reference.ScoreType;
import io.evalbeam.transforms.evaluation.RunStatistics;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reference data that turns a run as found into one as published; one per worker thread. */
final class RunContext {
  /** Directory of the interchange files. */
  static final String EXPORT_DIRECTORY = "every-eval-ever";

  private final IngestSettings settings;
  private final RunFormat format;
  private final RunModels models;
  private final MetricCatalog metrics;
  private final ReleaseSchemas schemas;

  RunContext(IngestSettings settings) {
    this(settings, RunFormats.of(settings));
  }

  /** With runs that come from elsewhere than the format that the settings name. */
  RunContext(IngestSettings settings, RunFormat format) {
    this.settings = settings;
    this.format = format;
    this.models = new RunModels(settings.rules());
    this.metrics = settings.references().metrics();
    this.schemas = settings.references().releaseSchemas();
  }

  IngestSettings settings() {
    return settings;
  }

  RunFormat format() {
    return format;
  }

  ModelIdentity model(FoundRun run) {
    return models.of(run.header().modelName());
  }

  /**
   * The run as it is published. Where no release schema speaks for it, a preferred metric of those
   * it has does.
   *
   * @param present metrics of the first response
   * @param issues takes what is unknown about the run
   */
  EvaluationRun published(FoundRun run, MetricValues present, Consumer<Issue> issues) {
    Optional<ReleaseSchema> schema = schemas.find(settings.benchmark());
    Optional<MainMetric> main =
        schema.isPresent()
            ? schema.get().mainMetric(run.header().groups(), run.header().task(), metrics)
            : schemas.genericMain(names(present), settings.format(), metrics);
    if (main.isEmpty()) {
      issues.accept(mainMetricUnknown(run));
    }
    return new EvaluationRun(
        run.header(), run.runHash(), model(run), main.orElse(null), settings.ingestedAt());
  }

  RunStatistics statisticsOf(EvaluationRun run) {
    return new RunStatistics(run, this::isBinary, this::lowerIsBetter);
  }

  /** The export to interchange files; null when it was not asked for. */
  @Nullable EveryEvalExport exportTo(String staging) {
    return settings.also().isEmpty()
        ? null
        : new EveryEvalExport(
            staging, EXPORT_DIRECTORY, settings.format(), this::isScore, this::traits);
  }

  private boolean isScore(String metric) {
    return metrics
        .find(metric, settings.format())
        .filter(info -> info.kind() == MetricKind.SCORE)
        .isPresent();
  }

  private Optional<MetricTraits> traits(String metric) {
    return metrics
        .find(metric, settings.format())
        .map(
            info ->
                new MetricTraits(
                    info.lowerIsBetter(),
                    info.scoreType() == ScoreType.BINARY,
                    info.min(),
                    info.max()));
  }

  private boolean isBinary(String metric) {
    return metrics
        .find(metric, settings.format())
        .filter(info -> info.scoreType() == ScoreType.BINARY)
        .isPresent();
  }

  private @Nullable Boolean lowerIsBetter(String metric) {
    return metrics.find(metric, settings.format()).map(MetricInfo::lowerIsBetter).orElse(null);
  }

  private static Set<String> names(MetricValues values) {
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.isPresent(i)) {
        names.add(values.name(i));
      }
    }
    return names;
  }

  private Issue mainMetricUnknown(FoundRun run) {
    return Issue.warning(
        IssueCode.MAIN_METRIC_UNKNOWN,
        WritePart.STAGE,
        Issues.wholeOf(run),
        "",
        String.join(", ", run.header().groups()),
        "Neither the release schema of "
            + settings.benchmark()
            + " nor the order of preference names a metric for this run; all its metrics are kept,"
            + " and it has no score.");
  }
}
