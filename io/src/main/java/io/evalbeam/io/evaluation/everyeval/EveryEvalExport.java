package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.io.evaluation.RunOutcome;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.publish.StagedBytes;
import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.MainMetric;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.run.StagedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes runs as Every Eval Ever 0.3.0, one after the other: {@link #begin}, {@link #add} for every
 * response while the run is read, then {@link #finish}, or {@link #abandon} when the run turns out
 * to be damaged. Memory does not grow with the run.
 *
 * <p>Every scored cell becomes a result, with the standard error over instances. Samples carry the
 * task's main metric only; a response without that score has no row, since the standard knows no
 * missing score, and is counted in the aggregate's metadata. Not thread-safe.
 */
public final class EveryEvalExport implements AutoCloseable {
  /** Table name of aggregates in the manifest. */
  public static final String AGGREGATES = "every_eval_ever";

  /** Table name of samples in the manifest. */
  public static final String SAMPLES = "every_eval_ever_samples";

  private final String staging;
  private final String directory;
  private final String library;
  private final Predicate<String> scores;
  private final Function<String, Optional<MetricTraits>> traits;
  private @Nullable OpenRun open;

  /**
   * An export for the runs of one part.
   *
   * @param staging directory for unpublished files
   * @param directory directory of the export below the output, such as {@code every-eval-ever}
   * @param library name of the evaluation library the runs come from, such as {@code helm}
   * @param scores whether a metric is a score; other metrics are no results
   * @param traits bounds and direction of a metric, empty if nothing is known
   */
  public EveryEvalExport(
      String staging,
      String directory,
      String library,
      Predicate<String> scores,
      Function<String, Optional<MetricTraits>> traits) {
    this.staging = staging;
    this.directory = directory;
    this.library = library;
    this.scores = scores;
    this.traits = traits;
  }

  /**
   * Opens a run.
   *
   * @throws IllegalStateException when another run is open
   */
  public void begin(EvaluationRun run) {
    if (open != null) {
      throw new IllegalStateException("the run before was neither finished nor abandoned");
    }
    open = new OpenRun(ExportedRun.of(run));
  }

  /** Adds a response of the open run. */
  public void add(Response response) throws IOException {
    OpenRun current = current();
    ScoredMetric scored = mainScore(current.run.run().mainMetric(), response);
    if (scored == null) {
      current.unscored++;
      return;
    }
    if (current.samples == null) {
      current.samples = new SamplesFile(staging, current.run);
    }
    String resultId =
        ResultId.of(
            scored.metric(),
            response.split(),
            null,
            response.perturbation() == null ? null : response.perturbation().name());
    current.samples.write(response, resultId, scored.score(), scored.best());
    current.evaluatedAt = later(current.evaluatedAt, response.evaluatedAt());
  }

  /**
   * Completes the open run.
   *
   * @param cells statistics of this run
   * @param outcome how reading it ended
   * @return aggregate and samples; nothing for a run without any score
   * @throws IllegalArgumentException when a score was added whose cell is not among the statistics
   */
  public List<StagedFile> finish(List<CellStatistics> cells, RunOutcome outcome)
      throws IOException {
    OpenRun current = current();
    SamplesFile samples = current.samples;
    List<String> sampled = samples == null ? List.of() : samples.resultIds();
    List<ExportedResult> results = ExportedResult.select(cells, scores, traits, sampled);
    if (results.isEmpty()) {
      open = null;
      return List.of();
    }
    List<StagedFile> files = new ArrayList<>();
    StagedFile detail = null;
    if (samples != null) {
      detail = samples.finish(BeamFiles.join(directory, current.run.samplesPath()), SAMPLES);
      current.samples = null;
      files.add(detail);
    }
    byte[] aggregate =
        new AggregateWriter(current.run, library)
            .write(results, detail, new RunCounts(outcome, current.unscored, current.evaluatedAt));
    files.add(
        StagedBytes.write(
            staging,
            BeamFiles.join(directory, current.run.aggregatePath()),
            AGGREGATES,
            results.size(),
            aggregate));
    open = null;
    return List.copyOf(files);
  }

  /** Drops the open run and what was written of it; without an open run nothing happens. */
  public void abandon() throws IOException {
    OpenRun current = open;
    open = null;
    if (current != null && current.samples != null) {
      current.samples.abandon();
    }
  }

  /** Abandons a run that is still open. */
  @Override
  public void close() throws IOException {
    abandon();
  }

  private OpenRun current() {
    if (open == null) {
      throw new IllegalStateException("no run is open");
    }
    return open;
  }

  private @Nullable ScoredMetric mainScore(@Nullable MainMetric main, Response response) {
    if (main == null) {
      return null;
    }
    String metric = main.metric();
    Double score = response.metrics().get(metric);
    if (score == null && main.fallback() != null) {
      metric = main.fallback();
      score = response.metrics().get(metric);
    }
    if (score == null) {
      return null;
    }
    MetricTraits known =
        traits.apply(metric).orElse(MetricTraits.UNKNOWN).withDirection(main.lowerIsBetter());
    return new ScoredMetric(metric, score, known.isBest(score));
  }

  private static @Nullable Long later(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.max(one, other);
  }

  private record ScoredMetric(String metric, double score, boolean best) {}

  /** What accumulates while a run is open. */
  private static final class OpenRun {
    private final ExportedRun run;
    private @Nullable SamplesFile samples;
    private @Nullable Long evaluatedAt;
    private long unscored;

    OpenRun(ExportedRun run) {
      this.run = run;
    }
  }

  /** Part of the names of all files of a run, and of no other run's. */
  public static String fileKey(RunEntry run) {
    return ExportedRun.uuid(run);
  }
}
