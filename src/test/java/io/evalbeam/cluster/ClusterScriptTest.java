package io.evalbeam.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.testing.PlainScriptRun;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cluster script says where it starts nothing. */
class ClusterScriptTest {
  @TempDir Path folder;

  private PlainScriptRun run(Map<String, String> environment, String... arguments)
      throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = StandaloneCluster.SCRIPT;
    for (int i = 0; i < arguments.length; i++) {
      command[i + 1] = arguments[i].replace("DIR", folder.toString());
    }
    return PlainScriptRun.of(environment, command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "up", "sideways DIR", "status DIR 2", "down", "up DIR 1 2 3"})
  void wrongUsageShowsTheUsage(String arguments) throws Exception {
    PlainScriptRun run =
        run(Map.of(), arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));
    assertEquals(2, run.status());
    assertTrue(run.printed().contains("cluster.sh up DIR [TASKMANAGERS] [SLOTS]"), run.printed());
  }

  @Test
  void numbersAreChecked() throws Exception {
    PlainScriptRun run = run(Map.of(), "up", "DIR", "two");
    assertEquals(2, run.status());
    assertTrue(run.printed().contains("TASKMANAGERS must be a number"), run.printed());
  }

  @Test
  void aPortInUseIsSaidBeforeAnythingStarts() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      PlainScriptRun run = run(Map.of("FLINK_PORT", port), "up", "DIR", "1", "1");
      assertEquals(1, run.status());
      assertTrue(run.printed().contains("port " + port + " is in use"), run.printed());
    }
    assertEquals(List.of(), new StandaloneCluster(folder.toRealPath(), 2, 2).processes());
  }

  @Test
  void aNumberThatAnotherProcessGotIsLeftAlone() throws Exception {
    // This very process: alive, and no part of a cluster.
    Path file = folder.resolve("jobmanager.pid");
    Files.writeString(file, Long.toString(ProcessHandle.current().pid()));
    PlainScriptRun run = run(Map.of(), "down", "DIR");
    assertEquals(0, run.status(), run.printed());
    assertTrue(Files.notExists(file));
  }

  @Test
  void withoutAClusterStatusAndDownSaySo() throws Exception {
    assertEquals(1, run(Map.of(), "status", "DIR").status());
    PlainScriptRun down = run(Map.of(), "down", "DIR");
    assertEquals(0, down.status());
    assertTrue(down.printed().contains("nothing runs in"), down.printed());
  }

  @Test
  void theClusterRunsTheFlinkThatBeamsRunnerIsBuiltOn() throws Exception {
    String pom = Files.readString(PlainScriptRun.inRepository("runner-configs/flink/pom.xml"));
    Matcher version = Pattern.compile("<flink.version>([^<]+)</flink.version>").matcher(pom);
    assertTrue(version.find());
    assertEquals(EnvironmentInformation.getVersion(), version.group(1));
  }
}
