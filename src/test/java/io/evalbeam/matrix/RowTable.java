package io.evalbeam.matrix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table whose rows are compared as a multiset, where a cell rightly changes its files.
 *
 * @param prefix start of the paths of its files
 * @param sql query of the rows that must be equal; {@code {tree}} stands for the output directory
 */
record RowTable(String prefix, String sql) {
  private static final String LIVE_ROWS =
      "select rows.* from read_parquet('{tree}/%s/*.parquet') rows semi join (%s)"
          + " using (source, benchmark, run_hash)";

  private static final String ISSUES_BELOW_FOLDERS =
      "select * replace (regexp_replace(source, '^[0-9]+/', '') as source)"
          + " from read_parquet('{tree}/issues/ingest-evals/*/*.parquet')";

  /** Tables of {@code ingest-evals} that differ from the reference in a cell. */
  static List<RowTable> ofEvaluations(Cell cell) {
    List<RowTable> tables = new ArrayList<>();
    if (cell.steps() > 1) {
      // New runs go to new parts, and rows that no longer count stay where they are.
      for (String table : List.of("detail", "stats", "reported")) {
        tables.add(new RowTable(table + "/", LIVE_ROWS.formatted(table, register("*"))));
      }
    }
    if (cell.steps() > 1 || cell.arrival() != Arrival.IN_ORDER) {
      // Numbers of parts, and the folder whose name decides the place in listings.
      tables.add(new RowTable("runs/", register("* exclude (part, location)")));
      tables.add(new RowTable("issues/ingest-evals/", ISSUES_BELOW_FOLDERS));
    }
    return tables;
  }

  private static String register(String columns) {
    return "select "
        + columns
        + " from read_parquet('{tree}/runs/*/runs.parquet') where status in ('LIVE', 'SUPERSEDED')";
  }

  boolean holds(String path) {
    return path.startsWith(prefix);
  }

  /** The query on an output directory. */
  String in(Path tree) {
    return sql.replace("{tree}", tree.toString().replace("'", "''"));
  }
}
