package io.evalbeam.pipelines.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Flink cluster a run goes to. It is asked before the run whether the run can work: Flink
 * itself lets a job that wants more slots than there are wait for minutes.
 *
 * @param address host and port for clients
 * @param parallelism tasks of one stage that run at once; not positive when the cluster decides
 * @param attached whether the client waits for the job
 */
public record FlinkCluster(String address, int parallelism, boolean attached) {
  private static final Logger LOG = LoggerFactory.getLogger(FlinkCluster.class);
  private static final Set<String> EMBEDDED = Set.of("[local]", "[collection]");
  private static final String AUTOMATIC = "[auto]";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Whether a value of {@code --flinkMaster} means a cluster outside this process: an address, or
   * none inside {@code flink run}, which knows the cluster itself.
   */
  public static boolean isMeantBy(String master) {
    return master.equals(AUTOMATIC) ? insideFlinkRun() : !EMBEDDED.contains(master);
  }

  /**
   * Returns when the options mean no cluster, or one on which the run can work.
   *
   * @throws InvalidConfigurationException when nothing answers, slots are too few, or the client
   *     would not wait for the result that it has to publish
   */
  static void check(PipelineOptions options) {
    if (!options.getRunner().equals(FlinkRunner.class)) {
      return;
    }
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    if (isMeantBy(flink.getFlinkMaster())) {
      of(flink).check();
    }
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

  private void check() {
    if (!attached) {
      throw new InvalidConfigurationException(
          List.of("detached: the client must wait for the job, since it publishes the result"));
    }
    try {
      HttpResponse<byte[]> answer = overview();
      if (answer.statusCode() == 200) {
        checkSlots(new ObjectMapper().readTree(answer.body()).path("slots-total").asInt());
      }
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

  private HttpResponse<byte[]> overview() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + address + "/overview"))
            .timeout(PATIENCE)
            .build();
    try {
      return HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .build()
          .send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
