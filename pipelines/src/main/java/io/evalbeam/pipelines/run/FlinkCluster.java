package io.evalbeam.pipelines.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Flink cluster a run goes to. It is asked before the run whether the run can work: Flink
 * itself lets a job that wants more slots than there are wait for minutes, and one that wants more
 * memory fail in its middle.
 *
 * @param address host and port for clients
 * @param parallelism tasks of one stage that run at once; not positive when the cluster decides
 * @param attached whether the client waits for the job
 */
public record FlinkCluster(String address, int parallelism, boolean attached) {
  private static final Logger LOG = LoggerFactory.getLogger(FlinkCluster.class);
  private static final Set<String> EMBEDDED = Set.of("[local]", "[collection]");
  private static final String AUTOMATIC = "[auto]";

  /**
   * Whether a value of {@code --flinkMaster} means a cluster outside this process: an address, or
   * none inside {@code flink run}, which knows the cluster itself.
   */
  public static boolean isMeantBy(String master) {
    return master.equals(AUTOMATIC) ? insideFlinkRun() : !EMBEDDED.contains(master);
  }

  /** The cluster that options mean; empty when the run stays in this process. */
  static Optional<FlinkCluster> of(PipelineOptions options) {
    if (!options.getRunner().equals(FlinkRunner.class)) {
      return Optional.empty();
    }
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    return isMeantBy(flink.getFlinkMaster()) ? Optional.of(of(flink)) : Optional.empty();
  }

  private static boolean insideFlinkRun() {
    return !StreamExecutionEnvironment.areExplicitEnvironmentsAllowed();
  }

  private static FlinkCluster of(FlinkPipelineOptions options) {
    if (!options.getFlinkMaster().equals(AUTOMATIC)) {
      return new FlinkCluster(
          withPort(options.getFlinkMaster()), options.getParallelism(), options.getAttachedMode());
    }
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    ReadableConfig configuration = environment.getConfiguration();
    return new FlinkCluster(
        configuration.get(RestOptions.ADDRESS) + ":" + configuration.get(RestOptions.PORT),
        options.getParallelism() > 0 ? options.getParallelism() : environment.getParallelism(),
        configuration.get(DeploymentOptions.ATTACHED));
  }

  private static String withPort(String master) {
    String address = master.startsWith("http://") ? master.substring("http://".length()) : master;
    return address.contains(":") ? address : address + ":" + RestOptions.PORT.defaultValue();
  }

  /** The endpoint for questions. */
  FlinkRest rest() {
    return new FlinkRest(address);
  }

  /**
   * Returns when the run can begin.
   *
   * @throws InvalidConfigurationException when nothing answers, slots are too few, or the client
   *     would not wait for the result that it has to publish
   */
  void check() {
    if (!attached) {
      throw new InvalidConfigurationException(
          List.of("detached: the client must wait for the job, since it publishes the result"));
    }
    try {
      Optional<JsonNode> overview = rest().get("/overview");
      overview.ifPresent(answer -> checkSlots(answer.path("slots-total").asInt()));
    } catch (ConnectException e) {
      throw new InvalidConfigurationException(
          List.of("--flinkMaster=" + address + ": no Flink cluster answers there"));
    } catch (IOException e) {
      // Behind TLS or a proxy Flink's own client, with its configuration, may still get through.
      LOG.warn("the Flink cluster at {} did not say how many slots it has", address, e);
    }
  }

  private void checkSlots(int slots) {
    if (parallelism > slots) {
      throw new InvalidConfigurationException(
          List.of(
              "--parallelism=%d: the Flink cluster at %s has %d slot%s"
                  .formatted(parallelism, address, slots, slots == 1 ? "" : "s")));
    }
  }

  /**
   * Returns when the tasks of the pipeline find network memory.
   *
   * @throws InvalidConfigurationException with what to set
   */
  void checkNetwork(Pipeline pipeline) {
    Optional<FlinkWorkers> workers = workers();
    if (workers.isEmpty() || parallelism <= 0) {
      return;
    }
    FlinkWorkers worker = workers.get();
    int slots = Math.min(worker.slots(), parallelism);
    long needed =
        worker.bufferBytes()
            * NetworkBuffers.of(pipeline).ofTaskManager(slots, parallelism, worker.keptBuffers());
    if (needed > worker.network()) {
      throw new InvalidConfigurationException(
          List.of(
              "--parallelism=%d: %d slots of a TaskManager of the Flink cluster at %s need %d MB of network memory, it has %d; lower the parallelism, or raise taskmanager.memory.network.min and .max"
                  .formatted(
                      parallelism,
                      slots,
                      address,
                      MemoryNeed.megabytes(needed),
                      worker.network() >> 20)));
    }
  }

  /**
   * Returns when the workers' heap suffices.
   *
   * @throws InvalidConfigurationException with what to set
   */
  void checkHeap(MemoryNeed need) {
    Optional<FlinkWorkers> workers = workers();
    if (workers.isEmpty() || parallelism <= 0) {
      return;
    }
    int slots = Math.min(workers.get().slots(), parallelism);
    long needed = need.taskHeap(slots);
    if (needed > workers.get().heap()) {
      throw new InvalidConfigurationException(
          List.of(
              "--parallelism=%d: %d slots of a TaskManager of the Flink cluster at %s need %d MB of heap for this input, it has %d; raise taskmanager.memory.task.heap.size, or give it fewer slots"
                  .formatted(
                      parallelism,
                      slots,
                      address,
                      MemoryNeed.megabytes(needed),
                      workers.get().heap() >> 20)));
    }
  }

  private Optional<FlinkWorkers> workers() {
    try {
      return FlinkWorkers.of(rest());
    } catch (IOException e) {
      LOG.warn("the Flink cluster at {} did not say how much memory it has", address, e);
      return Optional.empty();
    }
  }
}
