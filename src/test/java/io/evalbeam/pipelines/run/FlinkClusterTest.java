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
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as a JobManager with four slots does. */
class FlinkClusterTest {
  private static final byte[] OVERVIEW =
      "{\"taskmanagers\":2,\"slots-total\":4,\"slots-available\":0}"
          .getBytes(StandardCharsets.UTF_8);

  private HttpServer server;
  private String address;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/overview",
        exchange -> {
          exchange.sendResponseHeaders(200, OVERVIEW.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(OVERVIEW);
          }
        });
    server.start();
    address = "127.0.0.1:" + server.getAddress().getPort();
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
    return assertThrows(InvalidConfigurationException.class, () -> FlinkCluster.check(options))
        .problems();
  }

  @Test
  void asManyTasksAsSlotsAreFineAndOneMoreIsNot() {
    assertDoesNotThrow(() -> FlinkCluster.check(onCluster("--parallelism=4")));
    assertDoesNotThrow(() -> FlinkCluster.check(onCluster("--parallelism=-1")));
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
  void runsInThisProcessAreNotChecked() {
    assertDoesNotThrow(() -> FlinkCluster.check(options("--runner=DirectRunner")));
    assertDoesNotThrow(
        () -> FlinkCluster.check(options("--runner=FlinkRunner", "--parallelism=99")));
    assertFalse(FlinkCluster.isMeantBy("[auto]"));
    assertFalse(FlinkCluster.isMeantBy("[local]"));
    assertTrue(FlinkCluster.isMeantBy("host"));
  }
}
