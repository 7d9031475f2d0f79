package io.evalbeam.schemas.tracking;

import java.util.Locale;
import java.util.Optional;

/**
 * What a source can state about a model besides benchmark scores. Source descriptions map columns
 * to these; estimators read them.
 */
public enum ModelAttribute {
  /** Release or publication date, ISO {@code YYYY[-MM[-DD]]}. */
  RELEASE_DATE(Kind.DATE, ""),
  /** Total parameter count. */
  PARAMETERS(Kind.COUNT, "parameters"),
  /** Parameters used per token; differs from the total for mixture-of-experts models. */
  ACTIVE_PARAMETERS(Kind.COUNT, "parameters"),
  /** Free text on the parameter count. */
  PARAMETERS_NOTES(Kind.TEXT, ""),
  /** Distinct training examples: tokens for language, else images, frames, games and so on. */
  DATASET_SIZE(Kind.COUNT, "data points"),
  /** Free text on the dataset size. */
  DATASET_NOTES(Kind.TEXT, ""),
  /** Passes over the dataset. */
  EPOCHS(Kind.NUMBER, "passes"),
  /** Examples per optimisation step. */
  BATCH_SIZE(Kind.COUNT, "data points"),
  /** Wall-clock time of training. */
  TRAINING_TIME(Kind.NUMBER, "hours"),
  /** Free text on the training time. */
  TRAINING_TIME_NOTES(Kind.TEXT, ""),
  /** Chip names, several separated by commas. */
  TRAINING_HARDWARE(Kind.TEXT, ""),
  /** Number of chips. */
  HARDWARE_QUANTITY(Kind.COUNT, "chips"),
  /** Model FLOP/s utilisation, a fraction of the dense peak. */
  MODEL_FLOP_UTILIZATION(Kind.FRACTION, ""),
  /** Hardware FLOP/s utilisation, recomputed operations included. */
  HARDWARE_FLOP_UTILIZATION(Kind.FRACTION, ""),
  /** Numeric format of training, such as BF16. */
  NUMERICAL_FORMAT(Kind.TEXT, ""),
  /** Disclosed or curated training compute. */
  TRAINING_COMPUTE(Kind.NUMBER, "FLOP"),
  /** Free text on how the training compute was derived. */
  TRAINING_COMPUTE_NOTES(Kind.TEXT, ""),
  /** Name of the model this one was derived from. */
  BASE_MODEL(Kind.TEXT, ""),
  /** Compute spent on top of the base model. */
  FINETUNE_COMPUTE(Kind.NUMBER, "FLOP"),
  /** Free text on how the fine-tuning compute was derived. */
  FINETUNE_COMPUTE_NOTES(Kind.TEXT, ""),
  /** Cost of the training run. */
  TRAINING_COST(Kind.NUMBER, "USD"),
  /** Power draw of the training cluster. */
  TRAINING_POWER(Kind.NUMBER, "W"),
  /** Subject area such as Language or Vision, several separated by commas. */
  DOMAIN(Kind.TEXT, ""),
  /** Tasks, several separated by commas. */
  TASK(Kind.TEXT, ""),
  /** Training data by name. */
  TRAINING_DATASET(Kind.TEXT, ""),
  /** The source's own confidence in its numbers. */
  SOURCE_CONFIDENCE(Kind.TEXT, ""),
  /** Architecture in the source's words. */
  ARCHITECTURE(Kind.TEXT, ""),
  /** Longest context. */
  CONTEXT_LENGTH(Kind.COUNT, "tokens"),
  /** How the model can be obtained. */
  ACCESSIBILITY(Kind.TEXT, ""),
  /** Licence in the source's words. */
  LICENSE(Kind.TEXT, ""),
  /** Country of the developer. */
  COUNTRY(Kind.TEXT, ""),
  /** Link to a paper, card or announcement. */
  LINK(Kind.TEXT, ""),
  /** Rank on the leaderboard. */
  RANK(Kind.TEXT, ""),
  /** Votes or games behind a rating. */
  VOTES(Kind.COUNT, "votes"),
  /** Kind of model or setting, in the source's words. */
  MODEL_TYPE(Kind.TEXT, ""),
  /** Anything else. */
  NOTES(Kind.TEXT, "");

  /** How a cell of an attribute is read. */
  public enum Kind {
    /** Kept as found. */
    TEXT,
    /** A calendar date, possibly without day or month. */
    DATE,
    /** A positive whole number. */
    COUNT,
    /** A positive finite number. */
    NUMBER,
    /** A number in (0, 1]; percentages are divided by 100. */
    FRACTION
  }

  private final Kind kind;
  private final String unit;

  ModelAttribute(Kind kind, String unit) {
    this.kind = kind;
    this.unit = unit;
  }

  public Kind kind() {
    return kind;
  }

  /** Unit of the number, empty for text, dates and fractions. */
  public String unit() {
    return unit;
  }

  /** Name in source descriptions and files: {@code training_compute}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The attribute with this key, if there is one. */
  public static Optional<ModelAttribute> ofKey(String key) {
    for (ModelAttribute attribute : values()) {
      if (attribute.key().equals(key)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }
}
