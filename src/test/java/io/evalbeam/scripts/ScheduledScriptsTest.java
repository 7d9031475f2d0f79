package io.evalbeam.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.HelmProject;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.OutputTree;
import io.evalbeam.testing.ReleaseServer;
import io.evalbeam.testing.ScriptRun;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the schedule as a person runs them, against a server with small projects. */
class ScheduledScriptsTest {
  private static final String SCRAPE = "scripts/scrape-and-upload";
  private static final String STATISTICS = "scripts/generate-comprehensive-stats";

  @TempDir Path folder;
  private final ReleaseServer server;
  private final Map<String, String> environment = new HashMap<>();

  ScheduledScriptsTest() throws IOException {
    server = new ReleaseServer();
  }

  @BeforeEach
  void publish() {
    server.putAt(
        "/projects.json",
        "[{\"id\": \"lite\", \"releases\": [\"v1.0.0\"]},"
            + " {\"id\": \"classic\", \"releases\": [\"v0.4.0\"]}]");
    new HelmProject(server, "lite")
        .publish(
            "v1.0.0",
            HelmRunFixture.of("acme/tern-7b").instances(9),
            HelmRunFixture.of("acme/smew-1b").instances(9));
    environment.put("EVALBEAM_HELM_URL", server.address() + "/public");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ScriptRun scrape(String... benchmarks) throws Exception {
    String[] command = new String[benchmarks.length + 1];
    command[0] = SCRAPE;
    System.arraycopy(benchmarks, 0, command, 1, benchmarks.length);
    environment.put(
        "EVALBEAM_OPTIONS",
        "--asOf=2026-03-02 --httpRetries=0 --projects=" + server.address() + "/projects.json");
    return ScriptRun.of(folder, environment, command);
  }

  private ScriptRun statistics() throws Exception {
    environment.put("EVALBEAM_OPTIONS", "--asOf=2026-03-02");
    return ScriptRun.of(folder, environment, STATISTICS);
  }

  private List<String> ingested() {
    return DuckDb.rows(
            "select distinct benchmark || ' ' || release as found from "
                + DuckDb.table(folder.resolve("evalbeam-out/detail/*.parquet"))
                + " order by found")
        .stream()
        .map(row -> String.valueOf(row.get("found")))
        .toList();
  }

  @Test
  void aBrokenBenchmarkEndsRedAndDoesNotStopTheOthers() throws Exception {
    ScriptRun scraped = scrape("classic", "lite");

    assertEquals(1, scraped.status(), scraped.printed());
    assertTrue(scraped.printed().contains("Something was lost in: classic."), scraped.printed());
    assertTrue(scraped.printed().contains("the server answered 404"), scraped.printed());
    assertEquals(List.of("lite v1.0.0"), ingested());

    ScriptRun computed = statistics();
    assertEquals(0, computed.status(), computed.printed());
    assertTrue(computed.printed().contains("leaderboard of lite"), computed.printed());
    assertTrue(computed.printed().contains("acme/tern-7b"), computed.printed());
    SortedMap<String, String> published = OutputTree.published(folder.resolve("evalbeam-out"));

    environment.put("FORCE_REGENERATE", "true");
    ScriptRun again = statistics();
    assertEquals(0, again.status(), again.printed());
    assertTrue(
        Files.readString(folder.resolve("evalbeam-out/receipt.json"))
            .contains("\"forceRegenerate\" : true"),
        "the option did not arrive");
    assertEquals(published, OutputTree.published(folder.resolve("evalbeam-out")));
  }

  @Test
  void benchmarksThatAreFineEndGreen() throws Exception {
    environment.put("EVALBEAM_OUTPUT", "elsewhere");
    environment.put("EVALBEAM_SNAPSHOT", "fetched");
    ScriptRun scraped = scrape("lite");

    assertEquals(0, scraped.status(), scraped.printed());
    assertTrue(Files.exists(folder.resolve("elsewhere/runs/helm_lite/runs.parquet")));
    assertTrue(Files.exists(folder.resolve("fetched/helm_lite/benchmark_output/releases/v1.0.0")));
    assertFalse(Files.exists(folder.resolve("elsewhere/raw")));
  }

  @Test
  void statisticsOfNothingAreRed() throws Exception {
    ScriptRun computed = statistics();

    assertEquals(2, computed.status(), computed.printed());
    assertTrue(computed.printed().contains("no shards of source helm"), computed.printed());
  }

  @Test
  void aHalfPublishedIngestionIsNotRead() throws Exception {
    Path state = Files.createDirectories(folder.resolve("ingested/_evalbeam"));
    Files.writeString(state.resolve("ingest-evals.helm_lite.json"), "{}");
    Files.writeString(state.resolve("ingest-evals.helm_lite.journal.json"), "{}");
    environment.put("EVALBEAM_INPUT", "ingested");
    environment.put("EVALBEAM_OUTPUT", "statistics-out");
    ScriptRun computed = statistics();

    assertEquals(1, computed.status(), computed.printed());
    assertTrue(computed.printed().contains("interrupted while it published"), computed.printed());
    assertFalse(Files.exists(folder.resolve("statistics-out/statistics")));
  }

  @Test
  void statisticsDoNotStartWhileAnIngestionWrites() throws Exception {
    Path state = Files.createDirectories(folder.resolve("evalbeam-out/_evalbeam"));
    try (FileChannel channel =
            FileChannel.open(
                state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertTrue(lock.isValid());
      ScriptRun computed = statistics();
      assertEquals(1, computed.status(), computed.printed());
      assertTrue(computed.printed().contains("another run is writing to"), computed.printed());
    }
  }

  @Test
  void aJarThatIsNotThereIsNotReplacedByABuild() throws Exception {
    environment.put("EVALBEAM_JAR", "gone.jar");
    ScriptRun scraped = scrape("lite");

    assertEquals(1, scraped.status(), scraped.printed());
    assertEquals("EVALBEAM_JAR=gone.jar: no such file\n", scraped.printed());
  }
}
