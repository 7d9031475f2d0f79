package io.evalbeam.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.matrix.Cell;
import io.evalbeam.matrix.Job;
import io.evalbeam.matrix.Matrix;
import io.evalbeam.matrix.Runner;
import io.evalbeam.testing.PlainScriptRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The row of the matrix that needs processes of its own. */
@Tag("cluster")
class ClusterMatrixTest {
  private static final int TASKMANAGERS = 2;
  private static final int SLOTS = 4;

  @TempDir static Path folder;

  private static StandaloneCluster cluster =
      new StandaloneCluster(Path.of(""), TASKMANAGERS, SLOTS);
  private static Matrix matrix = new Matrix(Path.of(""));

  @BeforeAll
  static void start() throws Exception {
    StandaloneCluster.jar("evalbeam-bundled.jar");
    Path directory = Files.createDirectories(folder.toRealPath().resolve("cluster"));
    cluster = new StandaloneCluster(directory, TASKMANAGERS, SLOTS);
    matrix = new Matrix(folder.toRealPath());
    cluster.up();
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.down();
  }

  static Stream<Arguments> cells() {
    return Matrix.cells(Runner.CLUSTER);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cells")
  void theCellPublishesWhatTheReferenceDoes(Job job, Cell cell) throws Exception {
    matrix.check(job, cell, ClusterMatrixTest::submit);
  }

  private static void submit(List<String> command) throws Exception {
    PlainScriptRun run = cluster.submit("client", command);
    assertEquals(0, run.status(), run.printed());
  }
}
