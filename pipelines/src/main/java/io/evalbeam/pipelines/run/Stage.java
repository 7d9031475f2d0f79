package io.evalbeam.pipelines.run;

import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.Publication;
import io.evalbeam.io.publish.RunPlan;
import io.evalbeam.io.publish.StageResult;
import io.evalbeam.pipelines.command.Console;
import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * One stage of a job: recovers what a killed run left, runs a pipeline that stages files and
 * counts, and publishes them.
 */
public final class Stage {

  /** Builds the pipeline of a stage. */
  @FunctionalInterface
  public interface Graph {
    /**
     * Applies the steps.
     *
     * @param staging directory for unpublished files
     * @return staged files, counts and inputs, tagged as {@link CollectResult} wants them
     */
    PCollectionTuple build(Pipeline pipeline, String staging) throws IOException;
  }

  /** Looks at a finished pipeline's result before anything is published. */
  @FunctionalInterface
  public interface Guard {
    /**
     * Returns if the result may be published.
     *
     * @throws IOException when it may not; the output then stays as it was
     */
    void check(StageResult result) throws IOException;
  }

  /** Decides from a finished pipeline's result what of the previous run stays. */
  @FunctionalInterface
  public interface Planner {
    /**
     * Returns the plan of publication.
     *
     * @throws IOException when the result may not be published; the output then stays as it was
     */
    RunPlan plan(StageResult result) throws IOException;
  }

  private final String name;
  private final EvalbeamOptions options;
  private final Console console;
  private final Publication publication;

  private Stage(String name, EvalbeamOptions options, Console console, Publication publication) {
    this.name = name;
    this.options = options;
    this.console = console;
    this.publication = publication;
  }

  /**
   * Opens the output directory; completes a publication that a killed run had begun.
   *
   * @throws InvalidConfigurationException when the cluster the options name cannot run the stage
   */
  public static Stage begin(String name, EvalbeamOptions options, Console console)
      throws IOException {
    FlinkCluster.of(options).ifPresent(FlinkCluster::check);
    FileSystems.setDefaultPipelineOptions(options);
    return new Stage(name, options, console, Publication.begin(options.getOutput(), name));
  }

  /**
   * Returns when the processes of the run have the heap that the stage needs.
   *
   * @throws InvalidConfigurationException when they have not
   */
  public void require(MemoryNeed need) {
    HeapCheck.check(options, need, Runtime.getRuntime().maxMemory());
  }

  /** What this stage published last. */
  public Optional<Manifest> previous() throws IOException {
    return publication.previous();
  }

  /**
   * Runs the pipeline and publishes its result.
   *
   * @throws IOException when the pipeline fails
   */
  public Manifest run(RunPlan plan, Graph graph) throws IOException {
    return run(plan, graph, result -> {});
  }

  /**
   * Runs the pipeline and publishes its result unless a guard objects.
   *
   * @throws IOException when the pipeline fails or the guard objects
   */
  public Manifest run(RunPlan plan, Graph graph, Guard guard) throws IOException {
    return run(
        graph,
        result -> {
          guard.check(result);
          return plan;
        });
  }

  /**
   * Runs the pipeline, lets the planner look at its result, and publishes.
   *
   * @throws IOException when the pipeline fails or the planner objects
   */
  public Manifest run(Graph graph, Planner planner) throws IOException {
    publication.claim();
    options.setJobName("evalbeam-" + name);
    Pipeline pipeline = Pipeline.create(options);
    graph
        .build(pipeline, publication.staging())
        .apply("PublishPlan", CollectResult.into(publication.staging()));
    PipelineResult.State state = execute(pipeline);
    if (state != PipelineResult.State.DONE) {
      throw new IOException("the pipeline of " + name + " ended in state " + state);
    }
    StageResult result = publication.result();
    return publication.publish(result, planner.plan(result));
  }

  private PipelineResult.State execute(Pipeline pipeline) {
    ProgressWatch watch = new ProgressWatch(name, console);
    Optional<FlinkCluster> cluster = FlinkCluster.of(options);
    if (cluster.isEmpty()) {
      return watch.await(pipeline.run());
    }
    cluster.get().checkNetwork(pipeline);
    FlinkJobWatch job =
        FlinkJobWatch.begin(cluster.get().rest(), options.getJobName(), name, console);
    try {
      return watch.await(pipeline.run());
    } finally {
      job.end();
    }
  }
}
