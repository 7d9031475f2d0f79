package io.evalbeam.bench.generate.helm;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the files that describe a run: {@code run_spec.json} and {@code scenario.json}. */
final class RunFiles {
  private static final String METRICS = "helm.benchmark.metrics.basic_metrics.";
  private static final List<String> NO_TEXTS = List.of();

  private RunFiles() {}

  static void write(Path directory, HelmRun run) throws IOException {
    try (JsonGenerator json = PythonJson.create(directory.resolve("run_spec.json"))) {
      runSpec(json, run);
    }
    try (JsonGenerator json = PythonJson.create(directory.resolve("scenario.json"))) {
      json.writeStartObject();
      json.writeStringField("name", "mmlu");
      json.writeStringField("description", "Invented questions about the wards of a harbour town");
      texts(json, "tags", List.of("knowledge", "multiple_choice"));
      json.writeStringField("definition_path", "https://wards.example/scenarios/mmlu_scenario.py");
      json.writeEndObject();
    }
  }

  private static void runSpec(JsonGenerator json, HelmRun run) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", run.name());
    json.writeObjectFieldStart("scenario_spec");
    json.writeStringField("class_name", "helm.benchmark.scenarios.mmlu_scenario.MMLUScenario");
    json.writeObjectFieldStart("args");
    json.writeStringField("subject", run.subjectName());
    json.writeEndObject();
    json.writeEndObject();
    adapter(json, run);
    json.writeArrayFieldStart("metric_specs");
    json.writeStartObject();
    json.writeStringField("class_name", METRICS + "BasicGenerationMetric");
    json.writeObjectFieldStart("args");
    texts(
        json,
        "names",
        List.of(
            "exact_match", "quasi_exact_match", "prefix_exact_match", "quasi_prefix_exact_match"));
    json.writeEndObject();
    json.writeEndObject();
    plainMetric(json, "BasicReferenceMetric");
    plainMetric(json, "InstancesPerSplitMetric");
    json.writeEndArray();
    augmenter(json);
    texts(json, "groups", List.of("mmlu"));
    json.writeEndObject();
  }

  private static void plainMetric(JsonGenerator json, String name) throws IOException {
    json.writeStartObject();
    json.writeStringField("class_name", METRICS + name);
    json.writeObjectFieldStart("args");
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void augmenter(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("data_augmenter_spec");
    texts(json, "perturbation_specs", NO_TEXTS);
    for (String name :
        List.of(
            "should_augment_train_instances",
            "should_include_original_train",
            "should_skip_unchanged_train",
            "should_augment_eval_instances",
            "should_include_original_eval",
            "should_skip_unchanged_eval")) {
      json.writeBooleanField(name, false);
    }
    json.writeNumberField("seeds_per_instance", 1);
    json.writeEndObject();
  }

  /** The member {@code adapter_spec}, which two files hold. */
  static void adapter(JsonGenerator json, HelmRun run) throws IOException {
    json.writeObjectFieldStart("adapter_spec");
    json.writeStringField("method", "multiple_choice_joint");
    json.writeStringField("global_prefix", "");
    json.writeStringField("global_suffix", "");
    json.writeStringField("instructions", HelmQuestions.instructions(run));
    json.writeStringField("input_prefix", "Question: ");
    json.writeStringField("input_suffix", "\n");
    json.writeStringField("reference_prefix", "A. ");
    json.writeStringField("reference_suffix", "\n");
    json.writeStringField("chain_of_thought_prefix", "");
    json.writeStringField("chain_of_thought_suffix", "\n");
    json.writeStringField("output_prefix", "Answer: ");
    json.writeStringField("output_suffix", "\n");
    json.writeStringField("instance_prefix", "\n");
    texts(json, "substitutions", NO_TEXTS);
    json.writeNumberField("max_train_instances", HelmRun.DEMONSTRATIONS);
    json.writeNumberField("max_eval_instances", Math.max(10_000, run.size()));
    json.writeNumberField("num_outputs", 5);
    json.writeNumberField("num_train_trials", 1);
    json.writeNumberField("num_trials", 1);
    json.writeBooleanField("sample_train", true);
    json.writeStringField("model_deployment", run.deployment());
    json.writeStringField("model", run.modelName());
    json.writeNumberField("temperature", 0.0);
    json.writeNumberField("max_tokens", 1);
    texts(json, "stop_sequences", List.of("\n"));
    json.writeBooleanField("multi_label", false);
    json.writeEndObject();
  }

  static void texts(JsonGenerator json, String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
