package io.evalbeam.pipelines.evaluation.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Runs of an invented benchmark, their shards, and statistics of them, in one folder. */
final class CoastStatistics {
  private final Path folder;

  CoastStatistics(Path folder) {
    this.folder = folder;
  }

  /** Directory of a suite of runs. */
  Path suite(String name) {
    return folder.resolve("runs").resolve(name);
  }

  /** Adds runs to the first suite. */
  CoastStatistics with(HelmRunFixture... runs) throws IOException {
    for (HelmRunFixture run : runs) {
      run.write(suite("v1.0.0"));
    }
    return this;
  }

  /** Takes a run out of the first suite. */
  void remove(HelmRunFixture run) throws IOException {
    Path directory = suite("v1.0.0").resolve(run.name());
    for (Path file : OutputTree.files(directory)) {
      Files.delete(file);
    }
    Files.delete(directory);
  }

  /** Everything there is, in another folder. */
  CoastStatistics copyTo(Path other) throws IOException {
    for (Path file : OutputTree.files(folder)) {
      Path copy = other.resolve(folder.relativize(file).toString());
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.copy(file, copy);
    }
    return new CoastStatistics(other);
  }

  /** Output directory of ingestion. */
  Path shards() {
    return folder.resolve("shards");
  }

  /** Output directory of the statistics. */
  Path statistics() {
    return folder.resolve("statistics");
  }

  /** Ingests what there is now. */
  CoastStatistics ingest(String... more) {
    List<String> arguments = new ArrayList<>(List.of("ingest-evals"));
    if (List.of(more).stream().noneMatch(option -> option.startsWith("--benchmark="))) {
      arguments.add("--benchmark=coast");
    }
    arguments.add("--input=" + folder.resolve("runs"));
    arguments.add("--output=" + shards());
    arguments.add("--asOf=2026-01-01");
    arguments.addAll(List.of(more));
    done(CommandRun.of(arguments.toArray(String[]::new)));
    return this;
  }

  /** Arguments that aggregate the shards to a place. */
  String[] arguments(Path output, String... more) {
    List<String> arguments = new ArrayList<>(List.of("aggregate-stats", "--input=" + shards()));
    arguments.add("--output=" + output);
    if (List.of(more).stream().noneMatch(option -> option.startsWith("--asOf="))) {
      arguments.add("--asOf=2026-01-01");
    }
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  /** Aggregates the shards as they are, however it ends. */
  CommandRun attempt(String... more) {
    return CommandRun.of(arguments(statistics(), more));
  }

  /** Aggregates the shards as they are. */
  String aggregate(String... more) {
    return done(attempt(more)).output();
  }

  /** What a run that never ran before makes of the shards: every file by path. */
  SortedMap<String, String> fromScratch(String... more) throws IOException {
    Path fresh = Files.createTempDirectory(folder, "fresh");
    done(CommandRun.of(arguments(fresh, more)));
    return OutputTree.published(fresh);
  }

  /** Every published file by path. */
  SortedMap<String, String> published() {
    return OutputTree.published(statistics());
  }

  /** Rows of a published table; the columns are those of a select. */
  List<Map<String, @Nullable String>> rows(String table, String columns, String rest) {
    Path files = statistics().resolve("statistics").resolve(table + "_helm_20260101_*.parquet");
    return DuckDb.rows("select " + columns + " from " + DuckDb.table(files) + " " + rest);
  }

  static CommandRun done(CommandRun run) {
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    return run;
  }
}
