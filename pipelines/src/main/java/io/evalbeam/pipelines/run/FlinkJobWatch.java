package io.evalbeam.pipelines.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.evalbeam.pipelines.command.Console;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what a job does on a Flink cluster, whose runner says nothing until the job's end: a line
 * that moves on a terminal, a line now and then elsewhere, and every failure of a step, after which
 * Flink may start it again.
 */
final class FlinkJobWatch {
  private static final Logger LOG = LoggerFactory.getLogger(FlinkJobWatch.class);
  private static final Duration ON_TERMINAL = Duration.ofSeconds(1);
  private static final Duration LAST_LOOK = Duration.ofSeconds(2);
  private static final Duration IN_LOG = Duration.ofSeconds(5);

  private final FlinkRest cluster;
  private final String job;
  private final String stage;
  private final Console console;
  private final Set<String> before = new HashSet<>();
  private final long start = System.nanoTime();
  private final Thread thread = new Thread(this::watch, "flink-job-watch");
  private String lastError = "";

  private FlinkJobWatch(FlinkRest cluster, String job, String stage, Console console) {
    this.cluster = cluster;
    this.job = job;
    this.stage = stage;
    this.console = console;
  }

  /**
   * Begins to watch, before the job is submitted.
   *
   * @param job name the job will have; what runs under it already is another one
   */
  static FlinkJobWatch begin(FlinkRest cluster, String job, String stage, Console console) {
    FlinkJobWatch watch = new FlinkJobWatch(cluster, job, stage, console);
    try {
      watch.jobs().ifPresent(jobs -> jobs.forEach(old -> watch.before.add(id(old))));
      watch.thread.setDaemon(true);
      watch.thread.start();
    } catch (IOException e) {
      LOG.warn("the Flink cluster at {} does not tell what its jobs do", cluster.address(), e);
    }
    return watch;
  }

  /** Says no more: the job has ended. A failure that nobody told of yet is told. */
  void end() {
    thread.interrupt();
    try {
      thread.join(LAST_LOOK.toMillis());
      Optional<String> id = find();
      if (id.isPresent()) {
        tellError(status(id.get()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.debug("the cluster does not tell how the job ended", e);
    }
    if (console.isInteractive()) {
      console.overwrite("");
    }
  }

  private void watch() {
    Duration interval = console.isInteractive() ? ON_TERMINAL : IN_LOG;
    try {
      while (true) {
        Thread.sleep(interval.toMillis());
        tell();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the job has ended
    } catch (IOException e) {
      LOG.debug("the watch ends, the job does not depend on it", e);
    }
  }

  private void tell() throws IOException {
    Optional<String> id = find();
    if (id.isEmpty()) {
      return;
    }
    FlinkJobStatus status = status(id.get());
    tellError(status);
    String line = line(stage, status, (System.nanoTime() - start) / 1e9);
    if (console.isInteractive()) {
      console.overwrite(line);
    } else {
      console.error(line);
    }
  }

  private void tellError(FlinkJobStatus status) {
    if (!status.lastError().equals(lastError)) {
      lastError = status.lastError();
      console.error(stage + ": a step failed on the cluster: " + lastError);
    }
  }

  private FlinkJobStatus status(String id) throws IOException {
    return FlinkJobStatus.of(
        answer(id, ""), answer(id, "/accumulators"), answer(id, "/exceptions"));
  }

  /** The progress line. */
  static String line(String stage, FlinkJobStatus status, double seconds) {
    String steps =
        "%s: %d of %d steps done%s"
            .formatted(
                stage,
                status.done(),
                status.steps(),
                status.running().isEmpty() ? "" : ", now " + String.join(", ", status.running()));
    return status.bytesRead() == 0
        ? steps
        : steps + "; " + ProgressWatch.bytes(status.bytesRead(), status.bytesPlanned(), seconds);
  }

  private Optional<String> find() throws IOException {
    for (JsonNode candidate : jobs().orElse(MissingNode.getInstance())) {
      if (candidate.path("name").asText().equals(job) && !before.contains(id(candidate))) {
        return Optional.of(id(candidate));
      }
    }
    return Optional.empty();
  }

  private Optional<JsonNode> jobs() throws IOException {
    return cluster.get("/jobs/overview").map(answer -> answer.path("jobs"));
  }

  private JsonNode answer(String id, String path) throws IOException {
    return cluster.get("/jobs/" + id + path).orElse(MissingNode.getInstance());
  }

  private static String id(JsonNode job) {
    return job.path("jid").asText();
  }
}
