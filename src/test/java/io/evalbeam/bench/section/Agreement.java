package io.evalbeam.bench.section;

import io.evalbeam.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes sure that programs which are compared found the same. */
final class Agreement {
  private Agreement() {}

  /**
   * Compares rows, scores, metrics and texts of two extractions.
   *
   * @param detail directory of the detail table
   * @param peer file of the other program
   * @throws IOException when they differ
   */
  static void ofExtraction(Path detail, Path peer) throws IOException {
    String sums =
        "select count(*) as row_count, sum(score)::bigint as right_answers,"
            + " sum(cardinality(metrics))::bigint as metric_values,"
            + " sum(length(raw_input))::bigint as question_characters,"
            + " sum(length(mapped_output))::bigint as answer_characters from ";
    equal(sums + DuckDb.table(detail.resolve("*.parquet")), sums + DuckDb.table(peer));
  }

  /**
   * Compares numbers of cells, scores and means of two aggregations.
   *
   * @param statistics directory of the comprehensive statistics
   * @param peer file of the other program
   * @throws IOException when they differ
   */
  static void ofStatistics(Path statistics, Path peer) throws IOException {
    String sums =
        "select count(*) as cells, sum(n)::bigint as scores, round(sum(mean)::double, 6) as means,"
            + " round(sum(sd)::double, 6) as deviations from ";
    String own = DuckDb.table(statistics.resolve("comprehensive_stats_*.parquet"));
    equal(sums + own + " where main_metric", sums + DuckDb.table(peer));
  }

  /**
   * Compares pairs of models on tasks.
   *
   * @param statistics directory of the pair comparisons
   * @param peer file of the other program
   * @throws IOException when they differ
   */
  static void ofPairs(Path statistics, Path peer) throws IOException {
    String sums =
        "select count(*) as pairs, sum(n_shared)::bigint as shared, sum(a_only + b_only)::bigint as unequal,"
            + " round(sum(abs(mean_difference))::double, 6) as differences,"
            + " round(sum(se_paired)::double, 6) as errors from ";
    String own = DuckDb.table(statistics.resolve("pair_comparisons_*.parquet"));
    equal(sums + own + " where task is not null", sums + DuckDb.table(peer));
  }

  private static void equal(String own, String peer) throws IOException {
    List<Map<String, @Nullable String>> found = DuckDb.rows(own);
    List<Map<String, @Nullable String>> expected = DuckDb.rows(peer);
    if (!found.equals(expected)) {
      throw new IOException("Evalbeam found " + found + ", DuckDB " + expected);
    }
  }
}
