package io.evalbeam.io.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.files.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSnapshotsTest {
  private static final Instant FIRST = Instant.parse("2031-01-01T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2031-01-02T00:00:00Z");
  private static final String HELLO_SHA256 =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  private static final FetchPolicy POLICY =
      new FetchPolicy(
          "evalbeam/test",
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          3,
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          1_000,
          2);

  private final List<Duration> waits = new ArrayList<>();
  private final TestServer server;
  @TempDir Path directory = Path.of("");

  HttpSnapshotsTest() throws IOException {
    server = new TestServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private SnapshotStore store() {
    return new SnapshotStore(directory.toString());
  }

  private HttpSnapshots online(Instant asOf, FetchPolicy policy) {
    return new HttpSnapshots(store(), new HttpFetcher(policy, waits::add), asOf);
  }

  private HttpSnapshots online(Instant asOf) {
    return online(asOf, POLICY);
  }

  private HttpSnapshots offline(Instant asOf) {
    return new HttpSnapshots(store(), null, asOf);
  }

  private static String body(HttpSnapshots snapshots, FetchRecord fetch) throws IOException {
    try (InputStream in = snapshots.open(fetch)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void storesBodiesByHashAndFetchesByTime() throws Exception {
    server.then(
        200,
        "hello",
        "ETag",
        "\"v1\"",
        "Last-Modified",
        "Wed, 01 Jan 2031 00:00:00 GMT",
        "Set-Cookie",
        "id=secret",
        "X-Note",
        "n");
    String url = server.url("/board?key=hidden&page=2");
    FetchRecord fetch = online(FIRST).snapshot(url);
    assertEquals("hello", body(online(FIRST), fetch));
    assertEquals(HELLO_SHA256, fetch.sha256());
    assertEquals(5, fetch.size());
    assertEquals(200, fetch.status());
    assertEquals("\"v1\"", fetch.etag());
    assertEquals("2031-01-01T00:00:00Z", fetch.fetchedAt());
    assertEquals(server.url("/board?key=***&page=2"), fetch.url());
    assertEquals("n", fetch.headers().get("x-note"));
    assertFalse(fetch.headers().containsKey("set-cookie"));
    assertEquals("evalbeam/test", server.requests().get(0).get("User-Agent"));
    assertEquals("/board?key=hidden&page=2", server.requests().get(0).get(":path"));
    List<String> files = files();
    assertEquals(2, files.size());
    assertEquals(
        "raw/fetches/" + Hashes.ofText(url) + "/20310101T000000000000000Z.json", files.get(0));
    assertEquals("raw/sha256/" + HELLO_SHA256, files.get(1));
    assertFalse(Files.readString(directory.resolve(files.get(0))).contains("hidden"));
  }

  @Test
  void oneRunFetchesOnce() throws Exception {
    server.then(200, "hello").then(200, "changed");
    FetchRecord fetch = online(FIRST).snapshot(server.url("/"));
    assertEquals(fetch, online(FIRST).snapshot(server.url("/")));
    assertEquals(1, server.requests().size());
    assertEquals("changed", body(online(SECOND), online(SECOND).snapshot(server.url("/"))));
  }

  @Test
  void conditionalRequestsReuseTheBody() throws Exception {
    server
        .then(200, "hello", "ETag", "\"v1\"", "Last-Modified", "Wed, 01 Jan 2031 00:00:00 GMT")
        .then(304, "");
    online(FIRST).snapshot(server.url("/"));
    FetchRecord fetch = online(SECOND).snapshot(server.url("/"));
    assertEquals("\"v1\"", server.requests().get(1).get("If-None-Match"));
    assertEquals(
        "Wed, 01 Jan 2031 00:00:00 GMT", server.requests().get(1).get("If-Modified-Since"));
    assertEquals(304, fetch.status());
    assertEquals("\"v1\"", fetch.etag());
    assertEquals("hello", body(online(SECOND), fetch));
    assertEquals(3, files().size());
  }

  @Test
  void aLostBodyIsFetchedAgain() throws Exception {
    server.then(200, "hello", "ETag", "\"v1\"");
    FetchRecord fetch = online(FIRST).snapshot(server.url("/"));
    Files.delete(directory.resolve("raw/sha256/" + fetch.sha256()));
    assertEquals("hello", body(online(SECOND), online(SECOND).snapshot(server.url("/"))));
    assertNull(server.requests().get(1).get("If-None-Match"));
  }

  @Test
  void offlineReplaysTheLatestSnapshotOfItsTime() throws Exception {
    server.then(200, "one").then(200, "two").then(500, "");
    String url = server.url("/");
    online(FIRST).snapshot(url);
    online(SECOND).snapshot(url);
    assertEquals("one", body(offline(FIRST), offline(FIRST).snapshot(url)));
    assertEquals("one", body(offline(FIRST), offline(FIRST.plusSeconds(9)).snapshot(url)));
    Instant later = SECOND.plusSeconds(9);
    assertEquals("two", body(offline(later), offline(later).snapshot(url)));
    assertEquals(2, server.requests().size());
    FetchException e =
        assertThrows(FetchException.class, () -> offline(later).snapshot(url + "?token=hidden"));
    assertTrue(e.problem().contains("no snapshot up to"), e::problem);
    assertFalse(e.problem().contains("hidden"), e::problem);
    assertThrows(FetchException.class, () -> offline(FIRST.minusSeconds(1)).snapshot(url));
  }

  @Test
  void waitsAsLongAsTheServerAsks() throws Exception {
    server.then(429, "", "Retry-After", "7").then(429, "", "Retry-After", "9999").then(200, "ok");
    assertEquals(200, online(FIRST).snapshot(server.url("/")).status());
    assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(30)), waits);
  }

  @Test
  void serverErrorsAreRetriedWithBackoffAndThenFail() throws Exception {
    server.then(500, "").then(503, "").then(200, "ok");
    assertEquals(200, online(FIRST).snapshot(server.url("/")).status());
    assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), waits);
    server.forget().then(502, "");
    FetchException e =
        assertThrows(FetchException.class, () -> online(SECOND).snapshot(server.url("/")));
    assertTrue(e.problem().contains("502 in 4 attempts"), e::problem);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void clientErrorsFailAtOnce(int status) {
    server.then(status, "no");
    FetchException e =
        assertThrows(FetchException.class, () -> online(FIRST).snapshot(server.url("/")));
    assertTrue(e.problem().contains("answered " + status), e::problem);
    assertEquals(1, server.requests().size());
    assertEquals(List.of(), waits);
  }

  @Test
  void aFailedFetchNeverFallsBackToAnOlderSnapshot() throws Exception {
    server.then(200, "one").then(404, "");
    online(FIRST).snapshot(server.url("/"));
    assertThrows(FetchException.class, () -> online(SECOND).snapshot(server.url("/")));
    assertEquals(2, files().size());
  }

  @Test
  void connectErrorsAreRetried() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    String url = "http://127.0.0.1:" + port + "/";
    FetchException e = assertThrows(FetchException.class, () -> online(FIRST).snapshot(url));
    assertTrue(e.problem().contains("ConnectException"), e::problem);
    assertEquals(3, waits.size());
  }

  @Test
  void slowHeadersAndSlowBodiesTimeOut() {
    FetchPolicy hasty =
        new FetchPolicy(
            "evalbeam/test",
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            0,
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            1_000,
            2);
    server.then(exchange -> pause());
    server.then(
        exchange -> {
          exchange.sendResponseHeaders(200, 10);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          pause();
        });
    for (Instant asOf : List.of(FIRST, SECOND)) {
      FetchException e =
          assertThrows(FetchException.class, () -> online(asOf, hasty).snapshot(server.url("/")));
      assertTrue(
          e.problem().contains("within 300 ms") || e.problem().contains("Timeout"), e::problem);
    }
    assertEquals(2, server.requests().size());
  }

  private static void pause() {
    try {
      Thread.sleep(3_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void bodiesAreLimitedWithAndWithoutALength() throws Exception {
    server.then(200, "x".repeat(1_001));
    server.then(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write("x".repeat(5_000).getBytes(StandardCharsets.UTF_8));
          }
        });
    for (Instant asOf : List.of(FIRST, SECOND)) {
      FetchException e =
          assertThrows(FetchException.class, () -> online(asOf).snapshot(server.url("/")));
      assertTrue(e.problem().contains("larger than 1000 bytes"), e::problem);
    }
    assertEquals(2, server.requests().size());
    assertEquals(List.of(), files());
  }

  @Test
  void encodedBodiesAreRefused() {
    server.then(200, "zipped", "Content-Encoding", "gzip");
    FetchException e =
        assertThrows(FetchException.class, () -> online(FIRST).snapshot(server.url("/")));
    assertTrue(e.problem().contains("encoded body (gzip)"), e::problem);
  }

  @Test
  void truncatedBodiesAreFetchedAgain() throws Exception {
    server
        .then(
            exchange -> {
              exchange.sendResponseHeaders(200, 10);
              exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
              exchange.getResponseBody().flush();
              throw new IOException("the line is cut");
            })
        .then(200, "hello");
    FetchRecord fetch = online(FIRST).snapshot(server.url("/"));
    assertEquals(HELLO_SHA256, fetch.sha256());
    assertEquals(2, server.requests().size());
  }

  @Test
  void redirectsAreFollowedWithinLimits() throws Exception {
    server.then(302, "", "Location", "/new").then(200, "moved");
    FetchRecord fetch = online(FIRST).snapshot(server.url("/old"));
    assertEquals("moved", body(online(FIRST), fetch));
    assertEquals("/new", server.requests().get(1).get(":path"));
    server.forget().then(302, "", "Location", "/loop");
    FetchException e =
        assertThrows(FetchException.class, () -> online(SECOND).snapshot(server.url("/old")));
    assertTrue(e.problem().contains("more than 2 redirects"), e::problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/x", "http://", "::"})
  void onlyWebAddressesAreFollowed(String location) {
    server.then(302, "", "Location", location);
    assertThrows(FetchException.class, () -> online(FIRST).snapshot(server.url("/")));
    assertThrows(FetchException.class, () -> online(FIRST).snapshot(location));
    assertEquals(1, server.requests().size());
  }

  @Test
  void userInformationIsSentToItsHostAndWrittenNowhere() throws Exception {
    server.then(302, "", "Location", server.url("/in").replace("127.0.0.1", "localhost"));
    server.then(200, "hello");
    String url = "http://ada:geheim@" + server.authority() + "/";
    FetchRecord fetch = online(FIRST).snapshot(url);
    assertEquals("Basic YWRhOmdlaGVpbQ==", server.requests().get(0).get("Authorization"));
    assertNull(server.requests().get(1).get("Authorization"));
    assertEquals(server.url("/"), fetch.url());
    for (String file : files()) {
      assertFalse(Files.readString(directory.resolve(file)).contains("geheim"), file);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/x?page=2, https://a.example/x?page=2",
    "https://u:p@a.example/x, https://a.example/x",
    "https://a.example/x?api_key=1&b=2&X-Amz-Signature=3, https://a.example/x?api_key=***&b=2&X-Amz-Signature=***",
    "https://a.example/@user/x, https://a.example/@user/x",
  })
  void secretsAreMasked(String url, String masked) {
    assertEquals(masked, UrlSecrets.mask(url));
  }
}
