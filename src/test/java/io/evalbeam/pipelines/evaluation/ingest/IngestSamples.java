package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.evaluation.RunStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs as the planning steps see them. */
final class IngestSamples {
  private IngestSamples() {}

  /** A run whose precedence is its suite. */
  static FoundRun found(String name, String suite, String hash, long bytes) {
    return found(name, suite, hash, bytes, suite + "/" + name, null);
  }

  /** A run with a place and a time. */
  static FoundRun found(
      String name,
      String suite,
      String hash,
      long bytes,
      String location,
      @Nullable Long lastRequestAt) {
    RunHeader header =
        new RunHeader(
            "helm",
            null,
            suite,
            "coast",
            name,
            null,
            "coast",
            "coast",
            null,
            List.of(),
            List.of(),
            "aviary/" + name,
            null,
            null,
            null,
            null,
            null,
            null,
            "settings");
    return new FoundRun(
        header,
        location,
        List.of(new RunFile("scores.json", location + "/scores.json", bytes, hash)),
        hash,
        suite,
        lastRequestAt,
        null);
  }

  /** What the register says about a run. */
  static RunEntry entry(FoundRun run, RunStatus status, int part) {
    RunHeader header = run.header();
    return new RunEntry(
        header.source(),
        header.benchmark(),
        header.runName(),
        header.suite(),
        null,
        run.runHash(),
        status,
        part,
        header.task(),
        header.modelName(),
        "m",
        1,
        0,
        0,
        null,
        run.location(),
        run.bytes(),
        "2026-05-01T00:00:00Z",
        List.of());
  }
}
