package io.evalbeam.io.evaluation.lmeval;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.io.evaluation.json.SortedJson;
import io.evalbeam.schemas.evaluation.RunArgument;
import io.evalbeam.schemas.evaluation.RunHeader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the headers of the runs of a results file.
 *
 * <p>A run's name is {@code task:filter=..,model=..,n-shot=..,settings=..,version=..}. Settings are
 * the first 16 digits of a hash over the configuration of task, model, seeds and limit; the date is
 * no part of it, so that a repetition of a run replaces it.
 */
final class RunHeaders {
  private static final int SETTINGS_DIGITS = 16;

  private final ResultsFile results;
  private final IngestScope scope;
  private final ModelArguments arguments;

  RunHeaders(ResultsFile results, IngestScope scope) {
    this.results = results;
    this.scope = scope;
    this.arguments = ModelArguments.of(results.root().path("config").path("model_args"));
  }

  /** Whether the arguments name a model. */
  boolean namesModel() {
    return arguments.modelName() != null;
  }

  /**
   * The model as the arguments name it. Where they name none it is the kind of model, such as
   * {@code dummy}: {@code model_name} then only repeats the output directory.
   */
  String modelName() {
    String name = arguments.modelName();
    return name != null ? name : results.root().path("config").path("model").asText("unknown");
  }

  RunHeader task(String task, String filter) {
    JsonNode config = results.config(task);
    JsonNode generation = config.path("generation_kwargs");
    List<RunArgument> filterArgument =
        filter.equals(ResultsFile.NO_FILTER)
            ? List.of()
            : List.of(new RunArgument("filter", filter));
    String settings = PromptSettings.ofTask(results, task, filter);
    return new RunHeader(
        scope.source(),
        scope.release(),
        null,
        scope.benchmark(),
        runName(task, filterArgument, settings),
        SortedJson.text(config.path("dataset_path")),
        // Two filters are two readings of one answer and must not be pooled as one task.
        filterArgument.isEmpty() ? task : task + ":filter=" + filter,
        task,
        SortedJson.text(config.path("dataset_name")),
        filterArgument,
        results.groupsOf(task),
        modelName(),
        null,
        SortedJson.text(config.path("output_type")),
        results.shots(task),
        number(generation.path("temperature")),
        integer(generation.path("max_gen_toks")),
        1,
        settings);
  }

  RunHeader group(String group) {
    String settings = PromptSettings.ofGroup(results, group);
    return new RunHeader(
        scope.source(),
        scope.release(),
        null,
        scope.benchmark(),
        runName(group, List.of(), settings),
        null,
        group,
        group,
        null,
        List.of(),
        results.groupsOf(group),
        modelName(),
        null,
        null,
        null,
        null,
        null,
        null,
        settings);
  }

  private String runName(String name, List<RunArgument> filter, String settings) {
    List<String> parts = new ArrayList<>();
    filter.forEach(argument -> parts.add("filter=" + argument.value()));
    parts.add("model=" + modelName());
    Integer shots = results.shots(name);
    if (shots != null) {
      parts.add("n-shot=" + shots);
    }
    String configuration = PromptSettings.ofConfiguration(results, settings);
    parts.add("settings=" + configuration.substring(0, SETTINGS_DIGITS));
    String version = results.version(name);
    if (version != null) {
      parts.add("version=" + version);
    }
    return name + ":" + String.join(",", parts);
  }

  private static @Nullable Double number(JsonNode value) {
    return value.isNumber() ? Double.valueOf(value.doubleValue()) : null;
  }

  private static @Nullable Integer integer(JsonNode value) {
    return value.isInt() ? Integer.valueOf(value.intValue()) : null;
  }
}
