package io.evalbeam.io.evaluation.helm.published;

/** The files of a published run that are fetched; others repeat these. */
enum PublishedFile {
  RUN_SPEC("run_spec.json", true),
  SCENARIO("scenario.json", true),
  SCENARIO_STATE("scenario_state.json", true),
  PER_INSTANCE_STATS("per_instance_stats.json", true),
  STATS("stats.json", false),
  INSTANCES("instances.json", false),
  DISPLAY_PREDICTIONS("display_predictions.json", false),
  ENCRYPTION_DATA("encryption_data.json", false);

  private final String fileName;
  private final boolean required;

  PublishedFile(String fileName, boolean required) {
    this.fileName = fileName;
    this.required = required;
  }

  /** Name in the run's directory. */
  String fileName() {
    return fileName;
  }

  /** Whether a run without it is no finished run. */
  boolean required() {
    return required;
  }
}
