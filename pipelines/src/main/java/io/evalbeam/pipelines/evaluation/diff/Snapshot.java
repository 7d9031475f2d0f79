package io.evalbeam.pipelines.evaluation.diff;

import io.evalbeam.io.table.MalformedTableException;
import io.evalbeam.io.table.TableFooter;
import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.table.Table;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files of one snapshot of statistics.
 *
 * @param statistics comprehensive statistics; null when only a leaderboard was named
 * @param leaderboard null when there is none beside the statistics
 */
record Snapshot(@Nullable String statistics, @Nullable String leaderboard) {

  /**
   * The same files, each of which is known to hold its table.
   *
   * @throws InvalidConfigurationException when one is missing, broken or another table
   */
  Snapshot checked() throws IOException {
    if (statistics != null) {
      check(Table.of(ComprehensiveStatistics.class), statistics);
    }
    if (leaderboard != null) {
      check(Table.of(ModelStatistics.class), leaderboard);
    }
    return this;
  }

  /** The files for people. */
  String files() {
    return Stream.of(statistics, leaderboard)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  /**
   * What a Parquet file that the user named says it is.
   *
   * @throws InvalidConfigurationException when it is missing or broken
   */
  static TableFooter footer(String path) throws IOException {
    try {
      return TableFooter.read(path);
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new InvalidConfigurationException(path + ": no such file", e);
    } catch (MalformedTableException e) {
      throw new InvalidConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void check(Table<?> table, String path) throws IOException {
    TableFooter footer = footer(path);
    if (!footer.table().equals(table.name())) {
      throw new InvalidConfigurationException(
          List.of(path + ": holds the table " + footer.table() + ", not " + table.name()));
    }
    if (!footer.columns().equals(table.schema().getFieldNames())) {
      throw new InvalidConfigurationException(
          List.of(
              path
                  + ": its columns are not those that this version writes; aggregate again with"
                  + " --forceRegenerate"));
    }
  }
}
