package io.evalbeam.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.testing.PlainScriptRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One cluster of two TaskManagers for all test classes: started for the first test, completed
 * before each, taken down after the last.
 */
final class ClusterExtension implements BeforeEachCallback, ParameterResolver {
  private static final int TASKMANAGERS = 2;
  private static final int SLOTS = 2;

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    StandaloneCluster.jar("evalbeam-bundled.jar");
    StandaloneCluster.jar("evalbeam-flink.jar");
    StandaloneCluster cluster = cluster(context);
    cluster.up();
    assertEquals(0, cluster.status().status());
    assertEquals(TASKMANAGERS + 1, cluster.processes().size());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(StandaloneCluster.class);
  }

  @Override
  public StandaloneCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return cluster(context);
  }

  private static StandaloneCluster cluster(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Shared.class)
        .cluster;
  }

  /** JUnit closes it after all tests. */
  static final class Shared implements ExtensionContext.Store.CloseableResource {
    private final Path directory;
    private final StandaloneCluster cluster;

    Shared() throws IOException {
      directory = Files.createTempDirectory("evalbeam-cluster").toRealPath();
      cluster = new StandaloneCluster(directory, TASKMANAGERS, SLOTS);
    }

    @Override
    public void close() throws Throwable {
      PlainScriptRun down = cluster.down();
      assertEquals(0, down.status(), down.printed());
      assertEquals(List.of(), cluster.processes());
      BeamFiles.deleteTree(directory.toString());
    }
  }
}
