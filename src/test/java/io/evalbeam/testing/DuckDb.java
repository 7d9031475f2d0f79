package io.evalbeam.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks DuckDB, which shares no code with the writer of the tables. */
public final class DuckDb {
  private DuckDb() {}

  /** Rows of a query, each by column name; nested values as text. */
  public static List<Map<String, @Nullable String>> rows(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<Map<String, @Nullable String>> rows = new ArrayList<>();
      while (result.next()) {
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.put(result.getMetaData().getColumnName(i), result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** Writes the rows of a query into a Parquet file. */
  public static void write(String sql, Path file) {
    String copy =
        "copy (" + sql + ") to '" + file.toString().replace("'", "''") + "' (format parquet)";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(copy);
    } catch (SQLException e) {
      throw new AssertionError(copy, e);
    }
  }

  /** A Parquet file or glob as a table expression. */
  public static String table(Path files) {
    return "read_parquet('" + files.toString().replace("'", "''") + "')";
  }
}
