package io.evalbeam.pipelines.options;

import io.evalbeam.schemas.tracking.json.ModelVocabulary;

/** Which rules name, merge, estimate and classify models. */
public enum Policy {
  /** Evalbeam's own rules: lossless merging, intervals, provenance. */
  DEFAULT,
  /** The rules of the original tracker, reproduced exactly, for migration and comparison. */
  TRACKER;

  /** The words a policy uses in model files. */
  public ModelVocabulary vocabulary() {
    return switch (this) {
      case DEFAULT -> ModelVocabulary.DEFAULT;
      case TRACKER -> ModelVocabulary.TRACKER;
    };
  }
}
