package io.evalbeam.io.evaluation.lmeval;

import io.evalbeam.schemas.table.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes small output in the harness's layout, with true hashes. */
record HarnessOutput(Path directory, String stamp) {
  static final String STAMP = "2026-03-01T10-00-00.123456";

  /** A line of a multiple choice document with three choices, of which the second is right. */
  static String line(int id, double accuracy) {
    String question = "Which \\\"one\\\" is nø " + id + "?";
    String doc = "{\"q\": \"%s\", \"tags\": [], \"weight\": 1e-05}".formatted(question);
    String dumped =
        "{\n  \"q\": \"%s\",\n  \"tags\": [],\n  \"weight\": 1e-05\n}".formatted(question);
    String prompt = "Q: " + id;
    return String.format(
        Locale.ROOT,
        "{\"doc_id\": %d, \"doc\": %s, \"target\": \"1\", \"arguments\": {\"gen_args_0\": {\"arg_0\":"
            + " \"%s\", \"arg_1\": \" a\"}, \"gen_args_1\": {\"arg_0\": \"%s\", \"arg_1\": \" b\"},"
            + " \"gen_args_2\": {\"arg_0\": \"%s\", \"arg_1\": \" c\"}}, \"resps\": [], "
            + "\"filtered_resps\": [[\"-inf\", \"False\"], [\"-2.5\", \"False\"], [\"-0.5\","
            + " \"True\"]], \"filter\": \"none\", \"metrics\": [\"acc\"], \"doc_hash\": \"%s\","
            + " \"prompt_hash\": \"%s\", \"target_hash\": \"%s\", \"acc\": %s}",
        id,
        doc,
        prompt,
        prompt,
        prompt,
        Sha256.of(dumped),
        Sha256.of(prompt),
        Sha256.of("1"),
        accuracy);
  }

  /** Configuration of a task with such lines. */
  static String config(String task) {
    return """
    {"task": "%s", "dataset_path": "org/data", "dataset_name": "easy", "test_split": "test",
     "output_type": "multiple_choice", "num_fewshot": 0, "doc_to_text": "{{q}}",
     "metric_list": [{"metric": "acc", "aggregation": "mean", "higher_is_better": true}]}"""
        .formatted(task);
  }

  /** A results file with one task. */
  static String results(String task, String result, String config, int documents) {
    return """
    {"results": {"%1$s": %2$s}, "group_subtasks": {"%1$s": []}, "configs": {"%1$s": %3$s},
     "versions": {"%1$s": 1.0}, "n-shot": {"%1$s": 0}, "higher_is_better": {"%1$s": {"acc": true}},
     "n-samples": {"%1$s": {"original": 9, "effective": %4$d}},
     "config": {"model": "hf", "model_args": "pretrained=org/m,parallel=[1,2],dtype=half",
                "limit": null, "fewshot_seed": 1},
     "date": 1772352000.5, "lm_eval_version": "0.4.13"}"""
        .formatted(task, result, config, documents);
  }

  void writeResults(String content) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("results_" + stamp + ".json"), content);
  }

  void writeSamples(String task, List<String> lines) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(
        directory.resolve("samples_" + task + "_" + stamp + ".jsonl"),
        String.join("\n", lines) + "\n");
  }
}
