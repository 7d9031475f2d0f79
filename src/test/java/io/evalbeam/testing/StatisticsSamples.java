package io.evalbeam.testing;

import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.schemas.table.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented rows of published statistics. */
public final class StatisticsSamples {
  private StatisticsSamples() {}

  /**
   * A published score over 100 instances.
   *
   * @param se standard error of the mean
   */
  public static ComprehensiveStatistics cell(
      String task, String model, double mean, @Nullable Double se) {
    return new ComprehensiveStatistics(
        "helm",
        "birds",
        task,
        "birds",
        null,
        "m_" + model,
        model,
        null,
        null,
        "Lab",
        List.of(),
        "generation",
        5,
        Sha256.of("prompt"),
        "exact_match",
        true,
        false,
        "test",
        true,
        null,
        null,
        1,
        1,
        100,
        0,
        mean,
        se == null ? null : Double.valueOf(se * 10),
        se,
        null,
        null,
        null,
        null,
        mean,
        0.0,
        1.0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** A cell with another value in a column. */
  public static ComprehensiveStatistics with(
      ComprehensiveStatistics row, String column, @Nullable Object value) {
    return EditedRow.of(ComprehensiveStatistics.class, row, column, value);
  }

  /** A leaderboard row of the benchmark of the cells. */
  public static ModelStatistics place(
      String model,
      double macro,
      @Nullable Integer rank,
      @Nullable Integer best,
      @Nullable Integer worst) {
    return new ModelStatistics(
        "helm",
        "birds",
        "m_" + model,
        model,
        null,
        null,
        "Lab",
        "published",
        2,
        0,
        200,
        0,
        macro,
        null,
        null,
        null,
        macro,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        rank,
        best,
        worst,
        null,
        null,
        null,
        null,
        0);
  }
}
