package io.evalbeam.bench.section;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementTest {
  @TempDir Path folder;

  private Path write(String file, String rows) throws SQLException {
    Path path = folder.resolve(file);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("copy (" + rows + ") to '" + path + "' (format parquet)");
    }
    return path;
  }

  private static String extraction(String answer) {
    return "select 1.0 as score, map {'exact_match': 1.0} as metrics, 'Which gull?' as raw_input, '"
        + answer
        + "' as mapped_output";
  }

  private static String statistics(double mean) {
    return "select 7 as n, " + mean + " as mean, 0.5 as sd, true as main_metric";
  }

  @Test
  void equalExtractionsPass() throws SQLException {
    write("part.parquet", extraction("the left"));
    Path peer = write("peer.file", extraction("the left"));

    assertDoesNotThrow(() -> Agreement.ofExtraction(folder, peer));
  }

  @Test
  void lostTextIsTold() throws SQLException {
    write("part.parquet", extraction("the left"));
    Path peer = write("peer.file", extraction(""));

    IOException failure =
        assertThrows(IOException.class, () -> Agreement.ofExtraction(folder, peer));

    assertTrue(String.valueOf(failure.getMessage()).contains("answer_characters=8"));
  }

  @Test
  void meansMayDifferByRoundingOnly() throws SQLException {
    write("comprehensive_stats_x.parquet", statistics(0.25));
    Path same = write("same.file", statistics(0.250000000001));
    Path other = write("other.file", statistics(0.2501));

    assertDoesNotThrow(() -> Agreement.ofStatistics(folder, same));
    assertThrows(IOException.class, () -> Agreement.ofStatistics(folder, other));
  }
}
