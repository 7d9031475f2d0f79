package io.evalbeam.io.evaluation.detail;

import java.util.Locale;

/** Columns of the detail table, in file order, each with its documentation. */
enum DetailColumn {
  EVALUATION_ID(ColumnType.TEXT, "SHA-256 over the natural key; the key of the table."),
  SOURCE(ColumnType.TEXT, "Collection, such as helm."),
  RELEASE(ColumnType.TEXT, true, "Release asked for."),
  SUITE(ColumnType.TEXT, true, "Suite of the run."),
  BENCHMARK(ColumnType.TEXT, "Benchmark asked for."),
  RUN_NAME(ColumnType.TEXT, "Run name as stated by the run."),
  RUN_HASH(ColumnType.TEXT, "Content hash of the run; rows count while it is live in runs."),
  SCENARIO(ColumnType.TEXT, true, "Scenario name."),
  TASK(ColumnType.TEXT, "Spec name and scenario arguments; equal tasks ask the same questions."),
  DATASET_NAME(ColumnType.TEXT, "Task without arguments."),
  SUBJECT(ColumnType.TEXT, true, "Subject, subset or mode of the data set."),
  ARGUMENTS(ColumnType.ARGUMENTS, "Scenario arguments by name."),
  GROUPS(ColumnType.TEXTS, "Run groups in the order stated."),
  MODEL_ID(ColumnType.TEXT, "Stable identifier of the model."),
  MODEL_NAME(ColumnType.TEXT, "Model as found."),
  MODEL_DEPLOYMENT(ColumnType.TEXT, true, "Deployment as found."),
  MODEL_FAMILY(ColumnType.TEXT, true, "Model's name without size, date and tuning."),
  DEVELOPER(ColumnType.TEXT, true, "Developer of the model."),
  ADAPTER_METHOD(ColumnType.TEXT, true, "How questions became prompts."),
  PROMPT_SETTINGS(
      ColumnType.TEXT, "SHA-256 of all that decides the prompt except question and model."),
  SHOTS(ColumnType.INTEGER, true, "Demonstrations asked for."),
  TEMPERATURE(ColumnType.DOUBLE, true, "Sampling temperature."),
  MAX_TOKENS(ColumnType.INTEGER, true, "Output limit, tokens."),
  TRIALS(ColumnType.INTEGER, true, "Trials asked for."),
  INSTANCE_ID(ColumnType.TEXT, "Instance as the run names it."),
  INSTANCE_KEY(ColumnType.TEXT, "Instance, equal for all its spellings inside a task."),
  SPLIT(ColumnType.TEXT, true, "Split as found."),
  SUB_SPLIT(ColumnType.TEXT, true, "Sub-split."),
  PERTURBATION(ColumnType.TEXT, true, "Perturbation of the question; null for the original."),
  ROBUSTNESS(ColumnType.BOOLEAN, "Whether the perturbation tests robustness."),
  FAIRNESS(ColumnType.BOOLEAN, "Whether the perturbation tests fairness."),
  TRIAL(ColumnType.INTEGER, "Repetition, from 0."),
  RAW_INPUT(ColumnType.TEXT, true, "The question, without demonstrations."),
  REFERENCES(
      ColumnType.REFERENCES,
      true,
      "Possible answers in order; null if their texts are not published."),
  GROUND_TRUTH(
      ColumnType.TEXTS,
      true,
      "Texts of all correct references; null if their texts are not published."),
  GROUND_TRUTH_LETTER(
      ColumnType.TEXT,
      true,
      "Letter of the first correct one of two or more references, A to Z; else null."),
  OUTPUT(ColumnType.TEXT, true, "The model's text."),
  MAPPED_OUTPUT(ColumnType.TEXT, true, "The reference that the output stands for."),
  TEXT_STATUS(
      ColumnType.TEXT, "Why texts are there or not: AVAILABLE, ENCRYPTED, REDACTED or MISSING."),
  METRIC(ColumnType.TEXT, true, "Metric of the score; null if the task has no main metric."),
  SCORE(ColumnType.DOUBLE, true, "Value of the metric in its own scale; null if missing."),
  LOWER_IS_BETTER(ColumnType.BOOLEAN, true, "Direction of the main metric; null if unknown."),
  METRICS(ColumnType.METRICS, "Every metric that has a value, bookkeeping included."),
  PROMPT_TOKENS(ColumnType.LONG, true, "Length of the prompt, tokens."),
  OUTPUT_TOKENS(ColumnType.LONG, true, "Length of the output, tokens."),
  RUNTIME_SECONDS(ColumnType.DOUBLE, true, "Time the request took, seconds."),
  FINISH_REASON(ColumnType.TEXT, true, "Why the model stopped."),
  PROMPT_TRUNCATED(ColumnType.BOOLEAN, true, "Whether demonstrations or question were cut."),
  CORRECT(ColumnType.BOOLEAN, true, "Score 1 or 0 of a binary main metric; else null."),
  EVALUATED_AT(ColumnType.TIMESTAMP, true, "When the model answered, UTC."),
  INGESTED_AT(ColumnType.TIMESTAMP, "The moment the ingestion described, UTC.");

  private final String column = name().toLowerCase(Locale.ROOT);
  private final ColumnType type;
  private final boolean nullable;
  private final String description;

  DetailColumn(ColumnType type, String description) {
    this(type, false, description);
  }

  DetailColumn(ColumnType type, boolean nullable, String description) {
    this.type = type;
    this.nullable = nullable;
    this.description = description;
  }

  /** Name in the file, in snake case. */
  String column() {
    return column;
  }

  /** Place in the file, from 0. */
  @SuppressWarnings("EnumOrdinal") // the order of the constants is the order of the columns
  int position() {
    return ordinal();
  }

  ColumnType type() {
    return type;
  }

  boolean nullable() {
    return nullable;
  }

  /** One sentence, with the unit and what null means where that is not plain. */
  String description() {
    return description;
  }
}
