package io.evalbeam.io.evaluation.detail;

import io.evalbeam.schemas.evaluation.EvaluationRun;
import io.evalbeam.schemas.evaluation.MainMetric;
import io.evalbeam.schemas.evaluation.ModelIdentity;
import io.evalbeam.schemas.evaluation.RunHeader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** The columns that are equal in all rows of a run, converted once. */
final class RunColumns {
  private record Text(DetailColumn column, Binary value) {}

  private record Argument(Binary name, Binary value) {}

  private final RunHeader header;
  private final List<Text> texts = new ArrayList<>();
  private final List<Argument> arguments;
  private final List<Binary> groups;
  private final @Nullable Boolean lowerIsBetter;
  private final long ingestedAt;

  RunColumns(EvaluationRun run) {
    this.header = run.header();
    addTexts(run);
    this.arguments =
        header.arguments().stream()
            .map(a -> new Argument(DetailFields.binary(a.name()), DetailFields.binary(a.value())))
            .toList();
    this.groups = header.groups().stream().map(DetailFields::binary).toList();
    MainMetric main = run.mainMetric();
    this.lowerIsBetter = main == null ? null : main.lowerIsBetter();
    this.ingestedAt = Instant.parse(run.ingestedAt()).toEpochMilli();
  }

  private void addTexts(EvaluationRun run) {
    ModelIdentity model = run.model();
    add(DetailColumn.SOURCE, header.source());
    add(DetailColumn.RELEASE, header.release());
    add(DetailColumn.SUITE, header.suite());
    add(DetailColumn.BENCHMARK, header.benchmark());
    add(DetailColumn.RUN_NAME, header.runName());
    add(DetailColumn.RUN_HASH, run.runHash());
    add(DetailColumn.SCENARIO, header.scenario());
    add(DetailColumn.TASK, header.task());
    add(DetailColumn.DATASET_NAME, header.datasetName());
    add(DetailColumn.SUBJECT, header.subject());
    add(DetailColumn.MODEL_ID, model.modelId());
    add(DetailColumn.MODEL_NAME, header.modelName());
    add(DetailColumn.MODEL_DEPLOYMENT, header.modelDeployment());
    add(DetailColumn.MODEL_FAMILY, model.family());
    add(DetailColumn.DEVELOPER, model.developer());
    add(DetailColumn.ADAPTER_METHOD, header.adapterMethod());
    add(DetailColumn.PROMPT_SETTINGS, header.promptSettings());
  }

  private void add(DetailColumn column, @Nullable String value) {
    if (value != null) {
      texts.add(new Text(column, DetailFields.binary(value)));
    }
  }

  void writeTo(DetailFields fields) {
    for (Text text : texts) {
      fields.text(text.column(), text.value());
    }
    fields.structs(
        DetailColumn.ARGUMENTS,
        arguments,
        argument -> {
          fields.member("name", 0, argument.name());
          fields.member("value", 1, argument.value());
        });
    fields.texts(DetailColumn.GROUPS, groups);
    fields.integer(DetailColumn.SHOTS, header.shots());
    fields.real(DetailColumn.TEMPERATURE, header.temperature());
    fields.integer(DetailColumn.MAX_TOKENS, header.maxTokens());
    fields.integer(DetailColumn.TRIALS, header.trials());
    fields.truth(DetailColumn.LOWER_IS_BETTER, lowerIsBetter);
    fields.number(DetailColumn.INGESTED_AT, ingestedAt);
  }
}
