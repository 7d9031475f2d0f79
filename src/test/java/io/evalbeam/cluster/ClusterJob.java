package io.evalbeam.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A job as the cluster's REST endpoint tells of it. */
final class ClusterJob {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Set<String> OVER = Set.of("FINISHED", "FAILED", "CANCELED");
  private static final long START_SECONDS = 60;

  private final String master;
  private final String id;

  private ClusterJob(String master, String id) {
    this.master = master;
    this.id = id;
  }

  /** Waits for the job of a client; no other may run at the time. */
  static ClusterJob of(StandaloneCluster cluster, Process client) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (client.isAlive() && System.nanoTime() < deadline) {
      for (JsonNode job : get(cluster.master(), "/jobs").path("jobs")) {
        if (job.path("status").asText().equals("RUNNING")) {
          return new ClusterJob(cluster.master(), job.path("id").asText());
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no job was started");
  }

  /** An answer of the endpoint. */
  static JsonNode get(String master, String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + master + path)).build();
    HttpResponse<byte[]> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode(), () -> path + ": " + new String(answer.body(), UTF_8));
    return JSON.readTree(answer.body());
  }

  String id() {
    return id;
  }

  boolean isOver() throws Exception {
    return OVER.contains(detail("").path("state").asText());
  }

  /** Waits for the job's end, which its client need not see. */
  void awaitEnd() throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!isOver()) {
      assertTrue(System.nanoTime() < deadline, "the job does not end");
      Thread.sleep(100);
    }
  }

  /** Whether a task of a step runs. */
  boolean runs(String step) throws Exception {
    return vertices(step).stream()
        .anyMatch(vertex -> vertex.path("tasks").path("RUNNING").asInt() > 0);
  }

  /** Whether a task of a step runs on a TaskManager. */
  boolean runsOn(String step, String resource) throws Exception {
    for (JsonNode vertex : vertices(step)) {
      JsonNode hosts = detail("/vertices/" + vertex.path("id").asText() + "/taskmanagers");
      for (JsonNode host : hosts.path("taskmanagers")) {
        if (host.path("taskmanager-id").asText().equals(resource)
            && host.path("status-counts").path("RUNNING").asInt() > 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Causes of the job's restarts and of its failure. */
  List<String> failures() throws Exception {
    List<String> causes = new ArrayList<>();
    detail("/exceptions")
        .path("exceptionHistory")
        .path("entries")
        .forEach(entry -> causes.add(entry.path("stacktrace").asText()));
    return causes;
  }

  private List<JsonNode> vertices(String step) throws Exception {
    List<JsonNode> vertices = new ArrayList<>();
    for (JsonNode vertex : detail("").path("vertices")) {
      if (vertex.path("name").asText().contains("FlatMap at " + step + ")")) {
        vertices.add(vertex);
      }
    }
    return vertices;
  }

  /** An answer about this job. */
  JsonNode detail(String path) throws IOException, InterruptedException {
    return get(master, "/jobs/" + id + path);
  }
}
