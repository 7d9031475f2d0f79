package io.evalbeam.pipelines.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.io.files.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.beam.sdk.util.VarInt;

/**
 * What a Flink cluster says about a job.
 *
 * @param done steps that ended
 * @param steps steps of the job
 * @param running names of the pipeline's steps that run, sorted
 * @param bytesRead bytes that ended tasks have read; Flink gets counters at the end of a task
 * @param bytesPlanned bytes that ended tasks were to read
 * @param lastError what made Flink restart steps last; empty when nothing did
 */
record FlinkJobStatus(
    int done,
    int steps,
    SortedSet<String> running,
    long bytesRead,
    long bytesPlanned,
    String lastError) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Under this name Beam's runner gives its counters to Flink. */
  private static final String COUNTERS = "__metricscontainers";

  /**
   * Reads the endpoint's answers.
   *
   * @param job of {@code /jobs/ID}
   * @param accumulators of {@code /jobs/ID/accumulators}
   * @param exceptions of {@code /jobs/ID/exceptions}
   */
  static FlinkJobStatus of(JsonNode job, JsonNode accumulators, JsonNode exceptions)
      throws IOException {
    int done = 0;
    SortedSet<String> running = new TreeSet<>();
    for (JsonNode vertex : job.path("vertices")) {
      String status = vertex.path("status").asText();
      if (status.equals("FINISHED")) {
        done++;
      } else if (status.equals("RUNNING")) {
        running.add(step(vertex.path("name").asText()));
      }
    }
    JsonNode error = exceptions.path("exceptionHistory").path("entries").path(0);
    return new FlinkJobStatus(
        done,
        job.path("vertices").size(),
        running,
        counter(accumulators, Progress.BYTES_READ),
        counter(accumulators, Progress.BYTES_PLANNED),
        error.path("stacktrace").asText().lines().findFirst().orElse(""));
  }

  /** The step of the pipeline that a chain of operators ends with. */
  private static String step(String vertex) {
    int start = vertex.lastIndexOf(" at ");
    if (start < 0) {
      return vertex;
    }
    String name = vertex.substring(start + " at ".length());
    int end = 0;
    while (end < name.length() && "/.)".indexOf(name.charAt(end)) < 0) {
      end++;
    }
    return name.substring(0, end);
  }

  /** Sum of a counter of the project over all steps. */
  private static long counter(JsonNode accumulators, String name) throws IOException {
    long sum = 0;
    for (JsonNode accumulator : accumulators.path("user-task-accumulators")) {
      if (accumulator.path("name").asText().equals(COUNTERS)) {
        JsonNode metrics = JSON.readTree(accumulator.path("value").asText());
        for (JsonNode metric : metrics.path("metrics").path("attempted")) {
          JsonNode labels = metric.path("labels");
          if (labels.path("NAMESPACE").asText().equals(Progress.NAMESPACE)
              && labels.path("NAME").asText().equals(name)) {
            byte[] number = Base64.getDecoder().decode(metric.path("payload").asText());
            sum += VarInt.decodeLong(new ByteArrayInputStream(number));
          }
        }
      }
    }
    return sum;
  }
}
