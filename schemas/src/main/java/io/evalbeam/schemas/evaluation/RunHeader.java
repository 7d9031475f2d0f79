package io.evalbeam.schemas.evaluation;

import io.evalbeam.schemas.table.RecordSchemaProvider;
import java.util.List;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.jspecify.annotations.Nullable;

/**
 * What a run says about itself: equal for all its responses. The identity of a run is (source,
 * release, suite, benchmark, run name), never its directory.
 *
 * @param source collection the run belongs to, such as {@code helm}
 * @param release release that was asked for, null if none
 * @param suite suite the run lies in, null where the format has none
 * @param benchmark benchmark that was asked for, such as {@code lite}
 * @param runName name as the run states it
 * @param scenario name of the scenario, null if unknown
 * @param task what was asked: spec name and all scenario arguments, such as {@code
 *     mmlu:subject=anatomy}; runs of equal task ask the same questions
 * @param datasetName task without its arguments
 * @param subject the argument that divides the data set, null if none
 * @param arguments scenario arguments, sorted by name
 * @param groups run groups in the order stated; empty where the format has none
 * @param modelName model as found
 * @param modelDeployment served deployment as found; null if not stated
 * @param adapterMethod how questions became prompts, such as {@code multiple_choice_joint}
 * @param shots demonstrations asked for; null if unknown
 * @param temperature sampling temperature; null if unknown
 * @param maxTokens output limit in tokens; null if unknown
 * @param trials repetitions asked for; null if unknown
 * @param promptSettings SHA-256 of everything that decides the prompt except question and model;
 *     runs with different settings are never pooled; models are compared where task, method and
 *     demonstrations are the same
 */
@DefaultSchema(RecordSchemaProvider.class)
public record RunHeader(
    @SchemaFieldDescription("Collection, such as helm.") String source,
    @SchemaFieldDescription("Release asked for.") @Nullable String release,
    @SchemaFieldDescription("Suite of the run.") @Nullable String suite,
    @SchemaFieldDescription("Benchmark asked for.") String benchmark,
    @SchemaFieldDescription("Run name as stated by the run.") String runName,
    @SchemaFieldDescription("Scenario name.") @Nullable String scenario,
    @SchemaFieldDescription("Spec name and scenario arguments.") String task,
    @SchemaFieldDescription("Task without arguments.") String datasetName,
    @SchemaFieldDescription("Subject, subset or mode of the data set.") @Nullable String subject,
    @SchemaFieldDescription("Scenario arguments by name.") List<RunArgument> arguments,
    @SchemaFieldDescription("Run groups.") List<String> groups,
    @SchemaFieldDescription("Model as found.") String modelName,
    @SchemaFieldDescription("Deployment as found.") @Nullable String modelDeployment,
    @SchemaFieldDescription("Adapter method.") @Nullable String adapterMethod,
    @SchemaFieldDescription("Demonstrations asked for.") @Nullable Integer shots,
    @SchemaFieldDescription("Sampling temperature.") @Nullable Double temperature,
    @SchemaFieldDescription("Output limit, tokens.") @Nullable Integer maxTokens,
    @SchemaFieldDescription("Trials asked for.") @Nullable Integer trials,
    @SchemaFieldDescription("SHA-256 of the prompt settings.") String promptSettings) {

  public RunHeader {
    arguments = List.copyOf(arguments);
    groups = List.copyOf(groups);
  }
}
