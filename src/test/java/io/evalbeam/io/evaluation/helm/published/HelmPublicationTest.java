package io.evalbeam.io.evaluation.helm.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;
import io.evalbeam.io.http.FetchException;
import io.evalbeam.io.http.FetchPolicy;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.testing.ReleaseServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmPublicationTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T00:00:00Z");

  private static final String RELEASE = "v1.1.0";
  private static final String ALPHA = "gsm:model=acme_alpha";
  private static final String BETA = "gsm:model=acme_beta";
  private static final String ALPHA_FOLDER = "runs/v1.0.0/gsm%3Amodel%3Dacme_alpha";
  private static final String BETA_FOLDER = "runs/v1.1.0/gsm%3Amodel%3Dacme_beta";
  private static final List<String> REQUIRED =
      List.of("per_instance_stats.json", "run_spec.json", "scenario.json", "scenario_state.json");
  private static final List<String> OPTIONAL =
      List.of("display_predictions.json", "instances.json", "stats.json");

  private final ReleaseServer server;
  @TempDir Path snapshot = Path.of("");

  HelmPublicationTest() throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    server = new ReleaseServer();
  }

  @BeforeEach
  void publish() {
    index(Map.of(ALPHA, "v1.0.0", BETA, "v1.1.0"));
    run(ALPHA_FOLDER, ALPHA);
    run(BETA_FOLDER, BETA);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void index(Map<String, String> suites) {
    StringBuilder object = new StringBuilder();
    StringBuilder specifications = new StringBuilder();
    new TreeMap<>(suites)
        .forEach(
            (run, suite) -> {
              String comma = object.isEmpty() ? "" : ",";
              object.append(comma).append('"' + run + "\":\"" + suite + '"');
              specifications.append(comma).append("{\"name\":\"" + run + "\",\"groups\":[\"g\"]}");
            });
    server.put("releases/v1.1.0/runs_to_run_suites.json", "{" + object + "}");
    server.put("releases/v1.1.0/run_specs.json", "[" + specifications + "]");
    server.put("releases/v1.1.0/summary.json", "{\"release\":\"v1.1.0\"}");
  }

  private void run(String folder, String name) {
    Stream.concat(REQUIRED.stream(), OPTIONAL.stream())
        .forEach(file -> server.put(folder + "/" + file, "{\"" + name + "\":\"" + file + "\"}"));
  }

  private static FetchOptions options(Instant asOf) {
    FetchPolicy policy =
        new FetchPolicy(
            "evalbeam/test",
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            2,
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            10_000,
            3,
            false);
    return new FetchOptions(asOf, 3, policy, null);
  }

  private PublishedRelease fetch(Instant asOf) throws IOException {
    return HelmPublication.fetch(server.base(), RELEASE, snapshot, options(asOf));
  }

  /** Files below a folder of the tree with their texts. */
  private Map<String, String> tree(String folder) throws IOException {
    Path root = snapshot.resolve("benchmark_output").resolve(folder);
    Map<String, String> texts = new TreeMap<>();
    if (Files.exists(root)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          texts.put(root.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return texts;
  }

  private static List<IssueCode> codes(PublishedRelease release) {
    return release.issues().stream().map(Issue::code).toList();
  }

  @Test
  void aReleaseIsLaidOutAsHelmsOwnOutput() throws Exception {
    PublishedRelease release = fetch(MONDAY);

    assertEquals(snapshot.resolve("benchmark_output"), release.directory());
    assertEquals(List.of(), release.issues());
    assertEquals(2, release.runs());
    assertEquals(0, release.leftOut());
    assertEquals(3 + 2 * 7, release.filesFetched());
    assertEquals(server.bodyBytes(), release.bytesFetched());
    assertEquals(
        "{\"gsm:model=acme_beta\":\"run_spec.json\"}", tree(BETA_FOLDER).get("run_spec.json"));
    assertEquals(7, tree(ALPHA_FOLDER).size());
    assertEquals(3, tree("releases/v1.1.0").size());
    assertTrue(server.requests().contains(ReleaseServer.BASE + "/" + ALPHA_FOLDER + "/stats.json"));
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() throws Exception {
    fetch(MONDAY);
    Map<String, String> before = tree("");
    server.bodyBytes();

    PublishedRelease again = fetch(TUESDAY);

    assertEquals(0, server.bodyBytes());
    assertEquals(0, again.bytesFetched());
    assertEquals(0, again.filesFetched());
    assertEquals(3 + 2 * 7, again.filesKept());
    assertEquals(2, again.runs());
    assertEquals(before, tree(""));
  }

  @Test
  void onlyTheChangedFilesOfAChangedRunAreSent() throws Exception {
    fetch(MONDAY);
    server.bodyBytes();
    server.put(BETA_FOLDER + "/stats.json", "[\"new\"]");
    server.remove(BETA_FOLDER + "/instances.json");

    PublishedRelease changed = fetch(TUESDAY);

    assertEquals(1, changed.filesFetched());
    assertEquals(7, server.bodyBytes());
    assertEquals("[\"new\"]", tree(BETA_FOLDER).get("stats.json"));
    assertEquals(6, tree(BETA_FOLDER).size());
    assertEquals(7, tree(ALPHA_FOLDER).size());
  }

  @Test
  void aServerThatRecoversIsForgiven() throws Exception {
    server.status(ALPHA_FOLDER + "/run_spec.json", 503, 500);
    server.cut(BETA_FOLDER + "/per_instance_stats.json");

    PublishedRelease release = fetch(MONDAY);

    assertEquals(List.of(), release.issues());
    assertEquals(2, release.runs());
    assertEquals(
        "{\"gsm:model=acme_beta\":\"per_instance_stats.json\"}",
        tree(BETA_FOLDER).get("per_instance_stats.json"));
  }

  @Test
  void aRunWithAnUnreachableFileIsLeftOutAsAWhole() throws Exception {
    fetch(MONDAY);
    server.status(ALPHA_FOLDER + "/stats.json", 500, 500, 500);

    PublishedRelease release = fetch(TUESDAY);

    assertEquals(1, release.runs());
    assertEquals(1, release.leftOut());
    assertEquals(1, release.filesFailed());
    assertEquals(Map.of(), tree(ALPHA_FOLDER));
    assertEquals(7, tree(BETA_FOLDER).size());
    Issue issue = release.issues().get(0);
    assertEquals(IssueCode.SOURCE_UNAVAILABLE, issue.code());
    assertEquals(ALPHA_FOLDER + "/stats.json", issue.source());
    assertEquals(ALPHA, issue.excerpt());
    assertTrue(issue.detail().contains("the server answered 500 in 3 attempts"), issue::detail);
  }

  @Test
  void aRunThatWasLeftOutComesBackWithoutSendingItsFilesAgain() throws Exception {
    server.status(ALPHA_FOLDER + "/stats.json", 500, 500, 500);
    fetch(MONDAY);
    server.bodyBytes();

    PublishedRelease release = fetch(TUESDAY);

    assertEquals(2, release.runs());
    assertEquals(7, tree(ALPHA_FOLDER).size());
    assertTrue(release.filesFetched() < 7, () -> "fetched " + release.filesFetched());
  }

  @Test
  void aServerThatIsAwayIsNotAskedForEveryRun() throws Exception {
    Map<String, String> many = new TreeMap<>();
    for (int i = 10; i < 60; i++) {
      String folder = "runs/v1.0.0/gsm%3Amodel%3D" + i;
      many.put("gsm:model=" + i, "v1.0.0");
      server.status(folder + "/run_spec.json", 500, 500, 500);
    }
    index(many);

    PublishedRelease release = fetch(MONDAY);

    assertEquals(50, release.leftOut());
    assertEquals(50, release.issues().size());
    assertTrue(release.issues().get(49).detail().contains("not tried"));
    assertTrue(server.requests().size() < 30 * 3);
  }

  @Test
  void everyoneMayReadWhatWasFetched() throws Exception {
    fetch(MONDAY);
    Path ordinary = Files.createDirectory(snapshot.resolve("ordinary"));
    Path run = snapshot.resolve("benchmark_output").resolve(ALPHA_FOLDER);

    assertEquals(Files.getPosixFilePermissions(ordinary), Files.getPosixFilePermissions(run));
    assertEquals(
        Files.getPosixFilePermissions(Files.createFile(snapshot.resolve("plain"))),
        Files.getPosixFilePermissions(run.resolve("stats.json")));
  }

  @Test
  void optionalFilesMayBeMissing() throws Exception {
    OPTIONAL.forEach(file -> server.remove(ALPHA_FOLDER + "/" + file));

    PublishedRelease release = fetch(MONDAY);

    assertEquals(List.of(), release.issues());
    assertEquals(REQUIRED, List.copyOf(tree(ALPHA_FOLDER).keySet()));
  }

  @Test
  void requiredFilesMayNot() throws Exception {
    server.remove(ALPHA_FOLDER + "/scenario_state.json");

    PublishedRelease release = fetch(MONDAY);

    assertEquals(List.of(IssueCode.FILE_MISSING), codes(release));
    assertEquals(ALPHA_FOLDER + "/scenario_state.json", release.issues().get(0).source());
    assertEquals(Map.of(), tree(ALPHA_FOLDER));
    assertEquals(1, release.runs());
  }

  @Test
  void filesBeyondTheLimitAreNotTaken() throws Exception {
    server.put(ALPHA_FOLDER + "/per_instance_stats.json", "x".repeat(10_001));

    PublishedRelease release = fetch(MONDAY);

    assertEquals(List.of(IssueCode.LIMIT_EXCEEDED), codes(release));
    assertEquals(Map.of(), tree(ALPHA_FOLDER));
    assertEquals(7, tree(BETA_FOLDER).size());
  }

  @Test
  void redirectsStayOnTheHost() throws Exception {
    String moved = server.address() + ReleaseServer.BASE + "/moved.json";
    server.put("moved.json", "[\"moved\"]");
    server.fault(ALPHA_FOLDER + "/stats.json", redirect(moved));
    server.fault(BETA_FOLDER + "/stats.json", redirect(moved.replace("127.0.0.1", "localhost")));

    PublishedRelease release = fetch(MONDAY);

    assertEquals("[\"moved\"]", tree(ALPHA_FOLDER).get("stats.json"));
    assertEquals(List.of(IssueCode.SOURCE_UNAVAILABLE), codes(release));
    assertTrue(release.issues().get(0).detail().contains("a redirect to another host"));
    assertEquals(Map.of(), tree(BETA_FOLDER));
  }

  private static HttpHandler redirect(String to) {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", to);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  @Test
  void hostileNamesStayInTheDirectoryAndAreNotAskedFor() throws Exception {
    index(
        Map.of(
            ALPHA, "v1.0.0", "../../../escaped", "v1.0.0", "..", "v1.0.0", BETA, "../../escaped"));

    PublishedRelease release = fetch(MONDAY);

    assertEquals(1, release.runs());
    assertEquals(3, release.leftOut());
    assertEquals(
        List.of(IssueCode.INVALID_NAME, IssueCode.INVALID_NAME, IssueCode.INVALID_NAME),
        codes(release));
    assertTrue(server.requests().stream().noneMatch(path -> path.contains("escaped")));
    try (Stream<Path> files = Files.walk(snapshot)) {
      assertTrue(files.noneMatch(file -> file.toString().contains("escaped")));
    }
    assertFalse(Files.exists(snapshot.resolveSibling("escaped")));
  }

  @Test
  void namesTooLongForADirectoryAreLeftOut() throws Exception {
    index(Map.of(ALPHA, "v1.0.0", "gsm:" + "x".repeat(300), "v1.0.0"));

    PublishedRelease release = fetch(MONDAY);

    assertEquals(List.of(IssueCode.LIMIT_EXCEEDED), codes(release));
    assertEquals(1, release.runs());
  }

  @Test
  void aReleaseWithoutIndexCannotBeFetched() {
    server.remove("releases/v1.1.0/runs_to_run_suites.json");

    FetchException e = assertThrows(FetchException.class, () -> fetch(MONDAY));

    assertEquals(FetchException.Kind.NOT_FOUND, e.kind());
    assertFalse(Files.exists(snapshot.resolve("benchmark_output")));
  }

  @Test
  void aDamagedIndexIsAnIssueAndNoRunIsGuessed() throws Exception {
    server.put("releases/v1.1.0/runs_to_run_suites.json", "{\"" + ALPHA + "\":\"v1.0.0\",");

    PublishedRelease release = fetch(MONDAY);

    assertEquals(0, release.runs());
    assertEquals(List.of(IssueCode.PARSE_ERROR, IssueCode.COUNTS_DIFFER), codes(release));
    assertEquals(Map.of(), tree("runs"));
  }

  @Test
  void specificationsThatDifferFromTheIndexAreReported() throws Exception {
    server.put(
        "releases/v1.1.0/run_specs.json", "[{\"name\":\"" + ALPHA + "\"},{\"name\":\"new\"}]");

    PublishedRelease release = fetch(MONDAY);

    assertEquals(2, release.runs());
    assertEquals(List.of(IssueCode.COUNTS_DIFFER), codes(release));
    assertEquals("new", release.issues().get(0).excerpt());
  }

  @Test
  void latestIsTheNewestReleaseOfTheListedProject() throws Exception {
    server.putAt(
        "/projects.json",
        """
        [{"id": "mmlu", "releases": ["v9.9.9"]},
         {"id": "lite", "title": "Lite", "releases": ["v1.1.0", "v1.0.0"]}]
        """);
    FetchOptions plain = options(MONDAY);
    FetchOptions options =
        new FetchOptions(
            plain.asOf(),
            plain.parallel(),
            plain.policy(),
            URI.create(server.address() + "/projects.json"));

    PublishedRelease release =
        HelmPublication.fetch(server.base(), HelmPublication.LATEST, snapshot, options);

    assertEquals("v1.1.0", release.release());
    assertEquals(2, release.runs());
    assertThrows(
        InvalidConfigurationException.class,
        () ->
            HelmPublication.fetch(
                server.base(), HelmPublication.LATEST, snapshot, options(MONDAY)));
  }

  @Test
  void addressesAndReleasesThatCannotBeMeantAreRefused() {
    assertThrows(
        InvalidConfigurationException.class,
        () -> HelmPublication.fetch(server.base(), "../v1", snapshot, options(MONDAY)));
    assertThrows(
        InvalidConfigurationException.class,
        () ->
            HelmPublication.fetch(
                URI.create(server.base() + "?alt=media"), RELEASE, snapshot, options(MONDAY)));
    assertEquals(List.of(), server.requests());
  }

  @Test
  void aKilledFetchGoesOnWhereItWas() throws Exception {
    server.fault(
        BETA_FOLDER + "/stats.json",
        exchange -> {
          exchange.sendResponseHeaders(200, 5_000);
          exchange.getResponseBody().write(new byte[2_000]);
          exchange.getResponseBody().flush();
          sleepUntilCut();
        });
    Process child = child();
    Path unfinished = snapshot.resolve("raw/unfinished");
    await(() -> partialBytes(unfinished) > 0 && tree(ALPHA_FOLDER).size() == 7);
    child.destroyForcibly().waitFor();

    assertEquals(Map.of(), tree(BETA_FOLDER));
    assertEquals(Map.of(), tree("releases"));
    server.requests();
    PublishedRelease release = fetch(MONDAY);

    assertEquals(2, release.runs());
    assertEquals(7, tree(BETA_FOLDER).size());
    assertTrue(server.requests().stream().noneMatch(path -> path.endsWith("run_spec.json")));
    assertEquals(0, partialBytes(unfinished));
  }

  private static void sleepUntilCut() {
    try {
      TimeUnit.SECONDS.sleep(60);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process child() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            HelmPublicationTest.class.getName(),
            server.base().toString(),
            snapshot.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Fetches the release in a virtual machine of its own, to be killed. */
  public static void main(String[] arguments) throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    HelmPublication.fetch(
        URI.create(arguments[0]), RELEASE, Path.of(arguments[1]), options(MONDAY));
  }

  private static long partialBytes(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return 0;
    }
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
      }
    }
    return bytes;
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws Exception {
    for (int i = 0; i < 600; i++) {
      if (condition.holds()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("nothing happened in 30 s");
  }
}
