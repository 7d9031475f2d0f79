package io.evalbeam.schemas.tracking;

import java.util.Locale;

/** Ways to a training-compute estimate, in priority order of the default policy. */
public enum EstimationMethod {
  /** A sourced statement of a person. */
  CURATED_OVERRIDE("epoch_estimate"),
  /** Training compute that a source states. */
  DISCLOSED_COMPUTE("company_disclosure"),
  /** 6 · active parameters · data points · epochs, or the domain's own operation count. */
  OPERATION_COUNT("scaling_laws"),
  /** Chips · time · dense peak · utilisation. */
  HARDWARE("direct_calculation"),
  /** Compute of the base model plus fine-tuning. */
  BASE_PLUS_FINETUNE("direct_calculation"),
  /** Cost of the run at dated prices. */
  TRAINING_COST("direct_calculation"),
  /** Regression on benchmark scores of models with a direct estimate. */
  BENCHMARK_IMPUTATION("benchmark_based"),
  /** Size in the name times a token rule. */
  NAME_SIZE("scaling_laws"),
  /** Nothing to go by. */
  NONE("manual_research");

  private final String trackerKey;

  EstimationMethod(String trackerKey) {
    this.trackerKey = trackerKey;
  }

  /** Spelling in files of the default policy: {@code operation_count}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Spelling in files of the {@code tracker} policy. */
  public String trackerKey() {
    return trackerKey;
  }
}
