package io.evalbeam.pipelines.tracking.human;

import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.transforms.curate.ModelQuery;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** Options of {@code query-models}. */
public interface QueryModelsOptions extends EvalbeamOptions {

  /** How the answer is printed. */
  enum Format {
    /** Aligned columns; the saved file is CSV. */
    TABLE,
    /** Comma-separated values. */
    CSV,
    /** A list of objects. */
    JSON
  }

  @Description("Only models whose estimate reaches the threshold they were classified by.")
  @Default.Boolean(false)
  boolean isAboveThreshold();

  void setAboveThreshold(boolean value);

  @Description("Only models with at least this training compute, in FLOP, such as 1e24.")
  @Nullable Double getMinFlop();

  void setMinFlop(@Nullable Double value);

  @Description("Only models on this side of the threshold.")
  @Nullable ThresholdClass getThresholdClass();

  void setThresholdClass(@Nullable ThresholdClass value);

  @Description("Only models of this developer, in any case.")
  @Nullable String getDeveloper();

  void setDeveloper(@Nullable String value);

  @Description("Only models with this text in their name or a raw name, in any case.")
  @Nullable String getName();

  void setName(@Nullable String value);

  @Description("Only models with at least this many parameters, such as 7e9.")
  @Nullable Double getMinParameters();

  void setMinParameters(@Nullable Double value);

  @Description("Only models with exactly this confidence.")
  @Nullable Confidence getConfidence();

  void setConfidence(@Nullable Confidence value);

  @Description("Order of the rows; those without the value come last.")
  @Default.Enum("FLOP")
  ModelQuery.Sort getSort();

  void setSort(ModelQuery.Sort value);

  @Description("Most models shown. Default: all.")
  @Nullable Integer getTop();

  void setTop(@Nullable Integer value);

  @Description("How the answer is printed.")
  @Default.Enum("TABLE")
  Format getFormat();

  void setFormat(Format value);

  @Description("Save the answer under query_results/ in the output directory as well.")
  @Default.Boolean(true)
  boolean isSave();

  void setSave(boolean value);
}
