package io.evalbeam.pipelines.evaluation.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.OutputTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * Runs {@code ingest-evals} and reads what it published.
 *
 * @param input directory of the runs
 * @param output directory of the tables
 */
record IngestRun(Path input, Path output) {
  static final String BENCHMARK = "coast";

  /** Ingests and requires that nothing was rejected. */
  IngestRun done(String... more) {
    CommandRun run = run(more);
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    return this;
  }

  /** Ingests with the usual options; later ones replace them. */
  CommandRun run(String... more) {
    return CommandRun.job(arguments(more).toArray(String[]::new));
  }

  /** The command line; options given replace the usual ones of the same name. */
  List<String> arguments(String... more) {
    List<String> arguments = new ArrayList<>(List.of("ingest-evals"));
    for (String usual :
        List.of(
            "--input=" + input,
            "--output=" + output,
            "--benchmark=" + BENCHMARK,
            "--asOf=2026-05-01")) {
      String name = usual.substring(0, usual.indexOf('=') + 1);
      if (List.of(more).stream().noneMatch(option -> option.startsWith(name))) {
        arguments.add(usual);
      }
    }
    arguments.addAll(List.of(more));
    return arguments;
  }

  /** The register as {@code run@suite STATUS part}, sorted. */
  List<String> register() {
    return texts(
        "select split_part(run_name, ',', 1) || '|' || model_name || '@' || coalesce(suite, '') ||"
            + " ' ' || status || ' ' || part as text from "
            + runs()
            + " order by text, run_hash");
  }

  /** All columns of the rows that count, sorted, as docs/records.md finds them. */
  List<String> liveRows() {
    return texts(
        "select d::varchar as text from "
            + DuckDb.table(output.resolve("detail/*.parquet"))
            + " d semi join (select * from "
            + runs()
            + " where status = 'LIVE') r using (source, benchmark, run_hash) order by text");
  }

  /** All rows of statistics, sorted, those of runs that no longer count included. */
  List<String> statistics() {
    return texts(
        "select s::varchar as text from "
            + DuckDb.table(output.resolve("stats/*.parquet"))
            + " s order by text");
  }

  /** First column of a query in which names of tables stand in braces. */
  List<String> query(String sql) {
    String filled = sql.replace("{runs}", runs());
    for (String table : List.of("detail", "stats", "reported")) {
      filled =
          filled.replace("{" + table + "}", DuckDb.table(output.resolve(table + "/*.parquet")));
    }
    filled =
        filled.replace(
            "{issues}", DuckDb.table(output.resolve("issues/ingest-evals/*/issues.parquet")));
    return texts(filled);
  }

  /** {@code CODE severity source} of every issue, sorted. */
  List<String> issues() {
    return query(
        "select code || ' ' || lower(severity) || ' ' || source as text from {issues} order by"
            + " text");
  }

  /** Published files with their hashes. */
  SortedMap<String, String> published() {
    return OutputTree.published(output);
  }

  /** Names of the files of a table. */
  List<String> parts(String table) {
    return published().keySet().stream()
        .filter(path -> path.startsWith(table + "/"))
        .map(path -> path.substring(table.length() + 1))
        .toList();
  }

  /** The output of the same input in a fresh directory. */
  IngestRun fromScratch(String... more) {
    return new IngestRun(input, output.resolveSibling(output.getFileName() + "-fresh")).done(more);
  }

  /** The same with another output. */
  IngestRun to(UnaryOperator<Path> other) {
    return new IngestRun(input, other.apply(output));
  }

  private String runs() {
    return DuckDb.table(output.resolve("runs/*/runs.parquet"));
  }

  private static List<String> texts(String sql) {
    return DuckDb.rows(sql).stream()
        .map(row -> Objects.toString(row.values().iterator().next()))
        .toList();
  }
}
