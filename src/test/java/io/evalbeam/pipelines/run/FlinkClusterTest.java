package io.evalbeam.pipelines.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Redistribute;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Against a server that answers as a JobManager with two TaskManagers of two slots does. */
class FlinkClusterTest {
  private static final String OVERVIEW =
      "{\"taskmanagers\":2,\"slots-total\":4,\"slots-available\":0}";

  /** The worse of the two decides. */
  private static final String TASKMANAGERS =
      """
      {"taskmanagers": [
        {"slotsNumber": 2, "memoryConfiguration": {"taskHeap": 536870912, "networkMemory": 268435456}},
        {"slotsNumber": 2, "memoryConfiguration": {"taskHeap": 1073741824, "networkMemory": 134217728}}]}
      """;

  private static final String CONFIGURATION =
      """
      [{"key": "taskmanager.memory.segment-size", "value": "32 kb"},
       {"key": "taskmanager.network.sort-shuffle.min-buffers", "value": "512"}]
      """;

  private HttpServer server;
  private String address;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/overview", OVERVIEW);
    answer("/taskmanagers", TASKMANAGERS);
    server.start();
    address = "127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(String path, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, content.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(content);
          }
        });
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static PipelineOptions options(String... arguments) {
    return PipelineOptionsFactory.fromArgs(arguments).create();
  }

  private PipelineOptions onCluster(String argument) {
    return options("--runner=FlinkRunner", "--flinkMaster=" + address, argument);
  }

  private static List<String> problems(PipelineOptions options) {
    return problemsOf(() -> check(options));
  }

  private static List<String> problemsOf(Executable action) {
    return assertThrows(InvalidConfigurationException.class, action).problems();
  }

  private static void check(PipelineOptions options) {
    FlinkCluster.of(options).orElseThrow().check();
  }

  @Test
  void asManyTasksAsSlotsAreFineAndOneMoreIsNot() {
    assertDoesNotThrow(() -> check(onCluster("--parallelism=4")));
    assertDoesNotThrow(() -> check(onCluster("--parallelism=-1")));
    assertEquals(
        List.of("--parallelism=5: the Flink cluster at " + address + " has 4 slots"),
        problems(onCluster("--parallelism=5")));
  }

  @Test
  void aSchemeBeforeTheAddressChangesNothing() {
    address = "http://" + address;
    assertEquals(1, problems(onCluster("--parallelism=5")).size());
  }

  @Test
  void nobodyThereIsAProblem() {
    server.stop(0);
    assertEquals(
        List.of("--flinkMaster=" + address + ": no Flink cluster answers there"),
        problems(onCluster("--parallelism=1")));
  }

  @Test
  void aClientThatWouldNotWaitIsAProblem() {
    List<String> problems = problems(onCluster("--attachedMode=false"));
    assertTrue(problems.get(0).startsWith("detached:"), problems.toString());
  }

  @Test
  void runsInThisProcessHaveNoCluster() {
    assertTrue(FlinkCluster.of(options("--runner=DirectRunner")).isEmpty());
    assertTrue(FlinkCluster.of(options("--runner=FlinkRunner", "--parallelism=99")).isEmpty());
    assertFalse(FlinkCluster.isMeantBy("[auto]"));
    assertFalse(FlinkCluster.isMeantBy("[local]"));
    assertTrue(FlinkCluster.isMeantBy("host"));
  }

  /** A step with four outputs behind a shuffle, as the writing of parts is. */
  private static Pipeline fourOutputs() {
    Pipeline pipeline = Pipeline.create(options());
    List<TupleTag<String>> tags = List.of(tag(), tag(), tag(), tag());
    PCollectionTuple outputs =
        pipeline
            .apply(Create.of("a"))
            .apply(Redistribute.arbitrarily())
            .apply(
                ParDo.of(new Copy())
                    .withOutputTags(
                        tags.get(0),
                        TupleTagList.of(tags.get(1)).and(tags.get(2)).and(tags.get(3))));
    tags.forEach(tag -> outputs.get(tag).setCoder(StringUtf8Coder.of()));
    return pipeline;
  }

  private static TupleTag<String> tag() {
    return new TupleTag<>() {};
  }

  private static final class Copy extends DoFn<String, String> {
    @ProcessElement
    public void process(@Element String element, OutputReceiver<String> out) {
      out.output(element);
    }
  }

  @Test
  void bufferNeedsFollowFromTheShapeOfThePipeline() {
    NetworkBuffers buffers = NetworkBuffers.of(fourOutputs());
    assertEquals(new NetworkBuffers(4, 1), buffers);
    // Flink 1.19 itself: two slots of this shape fail with 2,016 buffers and run with 4,128.
    assertEquals(2 * (4 * 512 + 8), buffers.ofTaskManager(2, 2, 512));
    // Many slots: what the shuffles at the end take outgrows what is kept.
    assertEquals(3 * 10 * (3 * 300 + 2), new NetworkBuffers(1, 10).ofTaskManager(3, 300, 64));
  }

  @Test
  void tooLittleNetworkMemoryIsSaidBeforeTheRun() {
    // Two slots keep 4 x 512 buffers of 32 KB each: 128 MB, and a little more.
    answer("/jobmanager/config", CONFIGURATION);
    FlinkCluster cluster = FlinkCluster.of(onCluster("--parallelism=2")).orElseThrow();
    List<String> problems = problemsOf(() -> cluster.checkNetwork(fourOutputs()));
    assertTrue(
        problems.get(0).contains("need 129 MB of network memory, it has 128;"), problems::toString);
    FlinkCluster narrow = FlinkCluster.of(onCluster("--parallelism=1")).orElseThrow();
    assertDoesNotThrow(() -> narrow.checkNetwork(fourOutputs()));
  }

  @Test
  void aClusterWithSmallerPoolsNeedsLess() {
    answer("/jobmanager/config", CONFIGURATION.replace("512", "64"));
    FlinkCluster cluster = FlinkCluster.of(onCluster("--parallelism=4")).orElseThrow();
    assertDoesNotThrow(() -> cluster.checkNetwork(fourOutputs()));
  }

  @Test
  void tooLittleHeapIsSaidBeforeTheRun() {
    FlinkCluster cluster = FlinkCluster.of(onCluster("--parallelism=4")).orElseThrow();
    assertDoesNotThrow(() -> cluster.checkHeap(new MemoryNeed(100L << 20, 312L << 20)));
    List<String> problems =
        problemsOf(() -> cluster.checkHeap(new MemoryNeed(100L << 20, 313L << 20)));
    assertTrue(
        problems.get(0).contains("need 513 MB of heap for this input, it has 512;"),
        problems::toString);
  }

  @Test
  void aClusterThatDoesNotTellIsTrusted() {
    server.removeContext("/taskmanagers");
    FlinkCluster cluster = FlinkCluster.of(onCluster("--parallelism=4")).orElseThrow();
    assertDoesNotThrow(() -> cluster.checkNetwork(fourOutputs()));
    assertDoesNotThrow(() -> cluster.checkHeap(new MemoryNeed(1L << 40, 0)));
  }
}
