package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.io.evaluation.json.CanonicalJson;
import io.evalbeam.io.evaluation.json.JsonFileReader;
import io.evalbeam.schemas.evaluation.RunArgument;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code run_spec.json} says: the identity of a run and how its prompts were made. */
final class RunSpec {
  private static final List<String> SUBJECT_ARGUMENTS =
      List.of("subject", "subset", "category", "dataset", "mode", "task", "level");

  private final JsonNode spec;
  private final String name;
  private final String model;

  private RunSpec(JsonNode spec, String name, String model) {
    this.spec = spec;
    this.name = name;
    this.model = model;
  }

  /**
   * Reads a specification.
   *
   * @throws BrokenFileException when it is damaged or lacks the run's name or model
   */
  static RunSpec read(RunFile file) throws IOException, BrokenFileException {
    JsonNode spec = JsonTree.read(file, new JsonFileReader());
    return new RunSpec(
        spec,
        required(spec.path("name"), "/name"),
        required(spec.path("adapter_spec").path("model"), "/adapter_spec/model"));
  }

  private static String required(JsonNode value, String pointer) throws BrokenFileException {
    if (value.isTextual() && !value.textValue().isBlank()) {
      return value.textValue();
    }
    throw new BrokenFileException(
        IssueCode.RUN_UNIDENTIFIED, pointer, "A run has a name and a model; this one is missing.");
  }

  /** Identity of the run. */
  String name() {
    return name;
  }

  String model() {
    return model;
  }

  /** The model where none is stated, as in older releases. */
  String deployment() {
    String deployment = text(adapter().path("model_deployment"));
    return deployment == null ? model : deployment;
  }

  /** Name of the run up to the first colon. */
  String specName() {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  /** Arguments of the scenario, sorted by name. */
  List<RunArgument> arguments() {
    List<RunArgument> arguments = new ArrayList<>();
    spec.path("scenario_spec")
        .path("args")
        .fields()
        .forEachRemaining(
            field -> {
              if (!field.getValue().isNull()) {
                arguments.add(
                    new RunArgument(field.getKey(), CanonicalJson.scalarOrJson(field.getValue())));
              }
            });
    arguments.sort(Comparator.comparing(RunArgument::name));
    return arguments;
  }

  /** Spec name and arguments: runs of equal task ask the same questions. */
  String task() {
    String arguments =
        arguments().stream()
            .map(argument -> argument.name() + "=" + argument.value())
            .collect(Collectors.joining(","));
    return arguments.isEmpty() ? specName() : specName() + ":" + arguments;
  }

  /** The argument that divides the data set, null if there is none. */
  @Nullable String subject() {
    List<RunArgument> arguments = arguments();
    for (String name : SUBJECT_ARGUMENTS) {
      String value = argument(arguments, name);
      if (value != null) {
        return value;
      }
    }
    String source = argument(arguments, "source_language");
    String target = argument(arguments, "target_language");
    return source == null || target == null ? null : source + "-" + target;
  }

  private static @Nullable String argument(List<RunArgument> arguments, String name) {
    for (RunArgument argument : arguments) {
      if (argument.name().equals(name)) {
        return argument.value();
      }
    }
    return null;
  }

  List<String> groups() {
    List<String> groups = new ArrayList<>();
    spec.path("groups").forEach(group -> groups.add(group.asText()));
    return groups;
  }

  @Nullable String method() {
    return text(adapter().path("method"));
  }

  @Nullable Integer shots() {
    return integer(adapter().path("max_train_instances"));
  }

  @Nullable Double temperature() {
    JsonNode value = adapter().path("temperature");
    return value.isNumber() && Double.isFinite(value.doubleValue())
        ? Double.valueOf(value.doubleValue())
        : null;
  }

  @Nullable Integer maxTokens() {
    return integer(adapter().path("max_tokens"));
  }

  /** Repetitions with other demonstrations; they are read apart. */
  @Nullable Integer trainTrials() {
    return integer(adapter().path("num_train_trials"));
  }

  /** Pattern that finds the letter in an answer; null if the whole answer is the letter. */
  @Nullable String outputMappingPattern() {
    return text(adapter().path("output_mapping_pattern"));
  }

  String promptSettings() {
    return PromptSettings.hash(spec);
  }

  private JsonNode adapter() {
    return spec.path("adapter_spec");
  }

  private static @Nullable String text(JsonNode value) {
    return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
  }

  private static @Nullable Integer integer(JsonNode value) {
    return value.isNumber() && value.canConvertToInt() ? Integer.valueOf(value.intValue()) : null;
  }
}
