package io.evalbeam.pipelines.demo;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.pipelines.evaluation.aggregate.AggregateStats;
import io.evalbeam.pipelines.evaluation.aggregate.AggregateStatsOptions;
import io.evalbeam.pipelines.evaluation.ingest.IngestEvals;
import io.evalbeam.pipelines.evaluation.ingest.IngestEvalsOptions;
import io.evalbeam.pipelines.run.JobRun;
import io.evalbeam.pipelines.run.OwnOptions;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluation runs of the sample.
 *
 * @param format format, and the directory below the sample
 * @param source collection
 * @param benchmark benchmark
 * @param release release to take; null where the format knows none
 */
record SampleRuns(String format, String source, String benchmark, @Nullable String release) {
  private static final String OTHERS = "others";
  private static final String HELM = "helm";

  /** One for each format. All but HELM share a collection: each has few models. */
  private static final List<SampleRuns> ALL =
      List.of(
          other("lm-eval"),
          other("opencompass"),
          other("inspect"),
          other("every-eval-ever"),
          new SampleRuns(HELM, HELM, "lite", "v1.1.0"));

  private static SampleRuns other(String format) {
    return new SampleRuns(format, OTHERS, format, null);
  }

  /** Ingests the runs of every format, and aggregates the statistics of both collections. */
  static void evaluate(JobRun run, String sample) throws IOException {
    for (SampleRuns runs : ALL) {
      run.tracedStage(
          (options, console) ->
              new IngestEvals()
                  .ingest(
                      runs.select(OwnOptions.of(options, IngestEvalsOptions.class), sample),
                      console));
    }
    for (String source : List.of(OTHERS, HELM)) {
      run.tracedStage(
          (options, console) -> {
            AggregateStatsOptions own = OwnOptions.of(options, AggregateStatsOptions.class);
            own.setSource(source);
            return new AggregateStats().aggregate(own, console);
          });
    }
  }

  private IngestEvalsOptions select(IngestEvalsOptions options, String sample) {
    options.setFormat(format);
    options.setInput(BeamFiles.join(sample, format));
    options.setSource(source);
    options.setBenchmark(benchmark);
    options.setRelease(release);
    return options;
  }
}
