package io.evalbeam.transforms.curate;

import java.util.List;
import java.util.Set;

/** Columns of the curated tables. Files may hold them in any order and may hold others. */
public final class CuratedColumns {
  public static final String MODEL = "model";
  public static final String DEVELOPER = "developer";
  public static final String RELEASE_DATE = "release_date";
  public static final String PARAMETERS = "parameters";
  public static final String PARAMETER_SOURCE = "parameter_source";
  public static final String TRAINING_FLOP = "training_flop";
  public static final String CONFIDENCE = "confidence";
  public static final String CONFIDENCE_EXPLANATION = "confidence_explanation";
  public static final String ESTIMATION_METHOD = "estimation_method";
  public static final String ALTERNATIVE_METHODS = "alternative_methods";
  public static final String THRESHOLD_CLASSIFICATION = "threshold_classification";
  public static final String REASONING = "reasoning";
  public static final String SOURCES = "sources";
  public static final String VERIFIED = "verified";
  public static final String LAST_UPDATED = "last_updated";
  public static final String BLACKLIST_STATUS = "blacklist_status";
  public static final String NOTES = "notes";

  /**
   * Date of the first refresh that no longer found the model; empty while it is found. The column
   * is the pipeline's own, so that marking a verified row touches no cell that a person typed; a
   * table has it from the first mark on.
   */
  public static final String STALE_SINCE = "stale_since";

  /** Columns of a fresh table, in order. */
  public static final List<String> ALL =
      List.of(
          MODEL,
          DEVELOPER,
          RELEASE_DATE,
          PARAMETERS,
          PARAMETER_SOURCE,
          TRAINING_FLOP,
          CONFIDENCE,
          CONFIDENCE_EXPLANATION,
          ESTIMATION_METHOD,
          ALTERNATIVE_METHODS,
          THRESHOLD_CLASSIFICATION,
          REASONING,
          SOURCES,
          VERIFIED,
          LAST_UPDATED,
          BLACKLIST_STATUS,
          NOTES);

  /** Columns that people fill; a refresh keeps them. */
  static final Set<String> HUMAN = Set.of(VERIFIED, NOTES);

  private CuratedColumns() {}
}
