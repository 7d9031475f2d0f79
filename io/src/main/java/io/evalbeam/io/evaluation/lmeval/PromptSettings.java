package io.evalbeam.io.evaluation.lmeval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.io.evaluation.json.SortedJson;
import io.evalbeam.schemas.table.Sha256;
import java.util.List;

/** What decides the prompt of a run, and what decides its result, as hashes. */
final class PromptSettings {
  // The configuration also holds metrics, local paths and, in some versions, the model's arguments.
  private static final List<String> CONFIGURATION =
      List.of(
          "dataset_path",
          "dataset_name",
          "training_split",
          "validation_split",
          "test_split",
          "fewshot_split",
          "process_docs",
          "doc_to_text",
          "doc_to_target",
          "doc_to_choice",
          "doc_to_image",
          "doc_to_audio",
          "use_prompt",
          "description",
          "gen_prefix",
          "target_delimiter",
          "fewshot_delimiter",
          "fewshot_config",
          "num_fewshot",
          "output_type",
          "generation_kwargs",
          "repeats");
  private static final List<String> CONVERSATION =
      List.of("system_instruction", "system_instruction_sha", "chat_template_sha");
  private static final List<String> MODEL =
      List.of("model", "model_dtype", "model_revision", "model_sha", "gen_kwargs", "limit");
  private static final List<String> SEEDS =
      List.of("random_seed", "numpy_seed", "torch_seed", "fewshot_seed");

  private PromptSettings() {}

  /** Hash of all that decides the prompts and answers of a task except documents and model. */
  static String ofTask(ResultsFile results, String task, String filter) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    JsonNode config = results.config(task);
    copy(config, CONFIGURATION, settings);
    copy(results.root(), CONVERSATION, settings);
    put(settings, "version", results.root().path("versions").path(task));
    put(settings, "n-shot", results.root().path("n-shot").path(task));
    if (settings.has("chat_template_sha")) {
      put(settings, "fewshot_as_multiturn", results.root().path("fewshot_as_multiturn"));
    }
    Integer shots = results.shots(task);
    if (shots == null || shots > 0) {
      put(settings, "fewshot_seed", results.root().path("config").path("fewshot_seed"));
    }
    settings.put("filter", filter);
    for (JsonNode entry : config.path("filter_list")) {
      if (entry.path("name").asText().equals(filter)) {
        settings.set("filter_steps", entry.path("filter"));
      }
    }
    return Sha256.of(withoutAddresses(SortedJson.of(settings)));
  }

  /** Hash over the settings of every task of a group. */
  static String ofGroup(ResultsFile results, String group) {
    StringBuilder members = new StringBuilder();
    for (String task : results.tasksOf(group)) {
      for (String filter : results.filters(task)) {
        members.append(ofTask(results, task, filter)).append('\n');
      }
    }
    return Sha256.of(members.toString());
  }

  /** Hash of prompt settings and of how the model was loaded and limited: a configuration. */
  static String ofConfiguration(ResultsFile results, String promptSettings) {
    JsonNode config = results.root().path("config");
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    settings.put("prompt", promptSettings);
    copy(config, MODEL, settings);
    copy(config, SEEDS, settings);
    ObjectNode arguments = settings.putObject("model_args");
    ModelArguments.of(config.path("model_args")).values().forEach(arguments::put);
    return Sha256.of(SortedJson.of(settings));
  }

  private static void copy(JsonNode from, List<String> names, ObjectNode to) {
    names.forEach(name -> put(to, name, from.path(name)));
  }

  /** Null and absent are the same: versions differ in what they leave out. */
  private static void put(ObjectNode to, String name, JsonNode value) {
    if (!value.isNull() && !value.isMissingNode()) {
      to.set(name, value);
    }
  }

  /** Python functions print with their address, which differs from process to process. */
  private static String withoutAddresses(String text) {
    String mark = " at 0x";
    StringBuilder kept = new StringBuilder(text.length());
    int from = 0;
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, from)) {
      kept.append(text, from, at);
      from = at + mark.length();
      while (from < text.length() && Character.digit(text.charAt(from), 16) >= 0) {
        from++;
      }
    }
    return kept.append(text, from, text.length()).toString();
  }
}
