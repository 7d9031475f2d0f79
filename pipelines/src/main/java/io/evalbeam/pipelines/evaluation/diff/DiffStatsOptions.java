package io.evalbeam.pipelines.evaluation.diff;

import io.evalbeam.pipelines.options.EvalbeamOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;
import org.jspecify.annotations.Nullable;

/** Options of {@code diff-stats}. */
public interface DiffStatsOptions extends EvalbeamOptions {
  @Description(
      "The older snapshot: an output directory of aggregate-stats, a latest_SOURCE.json, or a"
          + " comprehensive_stats or leaderboard file (Parquet).")
  @Validation.Required
  String getOld();

  void setOld(String value);

  @Description("The newer snapshot.")
  @Validation.Required
  String getNew();

  void setNew(String value);

  @Description("Collection to compare when a directory has statistics of several.")
  @Nullable String getSource();

  void setSource(@Nullable String value);

  @Description("Most rows of each list.")
  @Default.Integer(20)
  int getLimit();

  void setLimit(int value);

  @Description("List everything, whatever --limit says.")
  @Default.Boolean(false)
  boolean isAll();

  void setAll(boolean value);

  @Description("Write all differences to this JSON file as well.")
  @Nullable String getJson();

  void setJson(@Nullable String value);

  @Description("Exit with 4 when anything differs; without it differences are no failure.")
  @Default.Boolean(false)
  boolean isFailOnChange();

  void setFailOnChange(boolean value);
}
