package io.evalbeam.io.evaluation.everyeval;

/** What a response says beyond the standard's own fields: keys of the rows' metadata. */
final class SampleFields {
  static final String SPLIT = "split";
  static final String SUB_SPLIT = "sub_split";
  static final String PERTURBATION = "perturbation";
  static final String ROBUSTNESS = "robustness";
  static final String FAIRNESS = "fairness";
  static final String TRIAL = "trial";
  static final String INSTANCE_KEY = "instance_key";
  static final String TEXT_STATUS = "text_status";
  static final String INPUT_TOKENS = "input_tokens";
  static final String OUTPUT_TOKENS = "output_tokens";
  static final String FINISH_REASON = "finish_reason";
  static final String PROMPT_TRUNCATED = "prompt_truncated";
  static final String EVALUATED_AT = "evaluated_at";

  /** The standard measures time in milliseconds, responses in seconds. */
  static final double MILLISECONDS = 1000;

  private SampleFields() {}
}
