package io.evalbeam.bench.peer;

import io.evalbeam.bench.Arguments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Runs one of the SQL scripts on DuckDB, with DuckDB's own defaults for threads and memory. */
public final class DuckDbScript {
  /** Extraction of HELM's run directories. */
  public static final String INGEST = "duckdb-ingest.sql";

  /** Statistics by the full key. */
  public static final String AGGREGATE = "duckdb-aggregate.sql";

  /** The same, and every pair of models. */
  public static final String PAIRS = "duckdb-pairs.sql";

  private static final long SMALLEST_LIMIT = 16L << 20;

  private DuckDbScript() {}

  /** Runs {@code --script=NAME --input=DIR --output=FILE}. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Arguments options = Arguments.of(Set.of("script", "input", "output"), arguments);
    run(options.text("script", INGEST), options.path("input"), options.path("output"));
  }

  /** Runs a script. */
  public static void run(String script, Path input, Path output) throws IOException, SQLException {
    String sql =
        text(script)
            .replace("{object}", Long.toString(largestValue(input)))
            .replace("{input}", quoted(input))
            .replace("{output}", quoted(output));
    Files.createDirectories(output.toAbsolutePath().getParent());
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET temp_directory = '" + quoted(output) + ".tmp'");
      statement.execute(sql);
    }
  }

  /** A file with a whole run in one value must fit DuckDB's limit; no less than its default. */
  private static long largestValue(Path input) throws IOException {
    try (Stream<Path> files = Files.walk(input)) {
      return files
          .filter(file -> file.endsWith("scenario_state.json"))
          .mapToLong(DuckDbScript::size)
          .reduce(SMALLEST_LIMIT, Math::max);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(Path path) {
    return path.toAbsolutePath().toString().replace("'", "''");
  }

  private static String text(String script) throws IOException {
    try (InputStream in = DuckDbScript.class.getResourceAsStream("/io/evalbeam/bench/" + script)) {
      return new String(Objects.requireNonNull(in, script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
