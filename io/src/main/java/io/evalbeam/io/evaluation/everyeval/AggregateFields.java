package io.evalbeam.io.evaluation.everyeval;

/** What a run says beyond the standard's own fields: keys of the aggregate's details. */
final class AggregateFields {
  static final String MODEL_DEPLOYMENT = "model_deployment";
  static final String SUBJECT = "subject";
  static final String ADAPTER_METHOD = "adapter_method";
  static final String SHOTS = "shots";
  static final String TRIALS = "trials";
  static final String PROMPT_SETTINGS = "prompt_settings";
  static final String COMPUTED_ON = "computed_on";

  private AggregateFields() {}
}
