package io.evalbeam.pipelines.tracking.human;

import io.evalbeam.pipelines.options.EvalbeamOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;
import org.jspecify.annotations.Nullable;

/** Options of {@code diff-models}. */
public interface DiffModelsOptions extends EvalbeamOptions {
  @Description("The older file: a model file such as estimated_models.json, or a curated CSV file.")
  @Validation.Required
  String getOld();

  void setOld(String value);

  @Description("The newer file.")
  @Validation.Required
  String getNew();

  void setNew(String value);

  @Description("Write the differences to this CSV file as well.")
  @Nullable String getCsv();

  void setCsv(@Nullable String value);

  @Description(
      "Field or column that identifies a model. Default: name in model files, model in CSV files.")
  @Nullable String getKey();

  void setKey(@Nullable String value);

  @Description("Compare also the fields that only tell when something was written.")
  @Default.Boolean(false)
  boolean isTimes();

  void setTimes(boolean value);
}
