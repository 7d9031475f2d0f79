package io.evalbeam.pipelines.tracking.human;

import io.evalbeam.pipelines.options.EvalbeamOptions;
import io.evalbeam.transforms.curate.PublishedNames;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code sync-published}. */
public interface SyncPublishedOptions extends EvalbeamOptions {

  /** Which table takes from the other. */
  enum Direction {
    /** The published table takes from the staging table. */
    TO_PUBLISHED,
    /** The staging table takes from the published table. */
    TO_STAGING
  }

  @Description("Staging table: a CSV file with the columns of the curated tables.")
  @Validation.Required
  String getStaging();

  void setStaging(String value);

  @Description("Published table: a CSV file with the column Model.")
  @Validation.Required
  String getPublished();

  void setPublished(String value);

  @Description("YAML file of lines key: \"Display name\", the key as in the staging table.")
  @Validation.Required
  String getNames();

  void setNames(String value);

  @Description("Which table takes from the other.")
  @Default.Enum("TO_PUBLISHED")
  Direction getDirection();

  void setDirection(Direction value);

  @Description("Write the table; without it the plan is only printed.")
  @Default.Boolean(false)
  boolean isApply();

  void setApply(boolean value);

  @Description("Replace values that differ as well; without it only gaps are filled.")
  @Default.Boolean(false)
  boolean isOverwrite();

  void setOverwrite(boolean value);

  @Description("Use the suggested names for models that the name map lacks.")
  @Default.Boolean(false)
  boolean isAcceptSuggestions();

  void setAcceptSuggestions(boolean value);

  @Description("What to do with a key that the name map has twice.")
  @Default.Enum("REFUSE")
  PublishedNames.Repeats getRepeats();

  void setRepeats(PublishedNames.Repeats value);
}
