package io.evalbeam.io.evaluation.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.io.evaluation.IngestScope;
import io.evalbeam.io.evaluation.json.SortedJson;
import io.evalbeam.schemas.evaluation.RunArgument;
import io.evalbeam.schemas.evaluation.RunHeader;
import io.evalbeam.schemas.table.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a log is.
 *
 * <p>A run's name is {@code task:arguments,model=..,settings=..}. Settings are the first 16 digits
 * of a hash over prompt, model arguments, limit and epochs; the date is no part of it, so that a
 * repetition of a run replaces it.
 */
final class RunIdentity {
  private static final int SETTINGS_DIGITS = 16;
  // How requests are sent does not decide what they ask.
  private static final Set<String> TRANSPORT =
      Set.of(
          "max_retries",
          "timeout",
          "attempt_timeout",
          "max_connections",
          "batch",
          "cache",
          "cache_prompt");
  private static final List<String> SAMPLE_LIMITS =
      List.of("message_limit", "token_limit", "time_limit", "working_limit");

  private final LogHeader log;

  RunIdentity(LogHeader log) {
    this.log = log;
  }

  RunHeader header(IngestScope scope) {
    JsonNode evaluation = log.evaluation();
    String name = evaluation.path("task").asText();
    List<RunArgument> arguments = arguments();
    List<String> parts = new ArrayList<>();
    arguments.forEach(argument -> parts.add(argument.name() + "=" + argument.value()));
    String task = parts.isEmpty() ? name : name + ":" + String.join(",", parts);
    String prompt = promptSettings();
    parts.add("model=" + evaluation.path("model").asText());
    parts.add("settings=" + configuration(prompt).substring(0, SETTINGS_DIGITS));
    ObjectNode generation = generation();
    return new RunHeader(
        scope.source(),
        scope.release(),
        null,
        scope.benchmark(),
        name + ":" + String.join(",", parts),
        SortedJson.text(evaluation.path("dataset").path("name")),
        task,
        name,
        null,
        arguments,
        List.of(),
        evaluation.path("model").asText(),
        null,
        solvers(),
        null,
        number(generation.path("temperature")),
        integer(generation.path("max_tokens")),
        log.epochs(),
        prompt);
  }

  /** Creation time as text that sorts by time; a log without one gives way to any that has it. */
  String precedence() {
    Instant created = log.created();
    return created == null
        ? ""
        : String.format(Locale.ROOT, "%015d.%09d", created.getEpochSecond(), created.getNano());
  }

  private List<RunArgument> arguments() {
    List<RunArgument> arguments = new ArrayList<>();
    log.evaluation()
        .path("task_args")
        .fields()
        .forEachRemaining(
            field -> {
              String value = SortedJson.text(field.getValue());
              arguments.add(new RunArgument(field.getKey(), value == null ? "null" : value));
            });
    arguments.sort(Comparator.comparing(RunArgument::name));
    return arguments;
  }

  /** Names of the solvers in order; null when the log has no plan. */
  private @Nullable String solvers() {
    List<String> names = new ArrayList<>();
    for (JsonNode step : log.plan().path("steps")) {
      names.add(step.path("solver").asText());
    }
    return names.isEmpty() ? null : String.join(",", names);
  }

  private ObjectNode generation() {
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    for (JsonNode config :
        List.of(log.plan().path("config"), log.evaluation().path("model_generate_config"))) {
      config
          .fields()
          .forEachRemaining(
              field -> {
                if (!TRANSPORT.contains(field.getKey()) && !field.getValue().isNull()) {
                  merged.set(field.getKey(), field.getValue());
                }
              });
    }
    return merged;
  }

  private String promptSettings() {
    ObjectNode settings = generation();
    JsonNode evaluation = log.evaluation();
    put(settings, "dataset.name", evaluation.path("dataset").path("name"));
    put(settings, "dataset.location", evaluation.path("dataset").path("location"));
    put(settings, "task_version", evaluation.path("task_version"));
    put(settings, "task_args", evaluation.path("task_args"));
    put(settings, "plan.steps", log.plan().path("steps"));
    SAMPLE_LIMITS.forEach(name -> put(settings, name, evaluation.path("config").path(name)));
    return Sha256.of(SortedJson.of(settings));
  }

  private String configuration(String promptSettings) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    JsonNode evaluation = log.evaluation();
    JsonNode config = evaluation.path("config");
    settings.put("prompt", promptSettings);
    put(settings, "model", evaluation.path("model"));
    put(settings, "model_args", evaluation.path("model_args"));
    put(settings, "model_roles", evaluation.path("model_roles"));
    put(settings, "limit", config.path("limit"));
    put(settings, "sample_id", config.path("sample_id"));
    put(settings, "epochs", config.path("epochs"));
    return Sha256.of(SortedJson.of(settings));
  }

  /** Null and absent are the same: versions differ in what they leave out. */
  private static void put(ObjectNode to, String name, JsonNode value) {
    if (!value.isNull() && !value.isMissingNode()) {
      to.set(name, value);
    }
  }

  private static @Nullable Double number(JsonNode value) {
    return value.isNumber() ? Double.valueOf(value.doubleValue()) : null;
  }

  private static @Nullable Integer integer(JsonNode value) {
    return value.canConvertToInt() && value.isIntegralNumber()
        ? Integer.valueOf(value.intValue())
        : null;
  }
}
