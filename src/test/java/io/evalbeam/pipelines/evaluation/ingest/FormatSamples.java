package io.evalbeam.pipelines.evaluation.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The smallest output of other harnesses, in their true layout; two answers, the first right. */
final class FormatSamples {
  static final String STAMP = "20260301_101500";
  private static final String EVALUATION = "0a1b2c3d-1111-4222-8333-444455556666";

  private FormatSamples() {}

  /** One task of lm-evaluation-harness. */
  static void writeLmEval(Path root) throws IOException {
    Path model = Files.createDirectories(root.resolve("reef__crab-2b"));
    String stamp = "2026-03-01T10-00-00.123456.json";
    Files.writeString(
        model.resolve("results_" + stamp),
        """
        {"results": {"tides": {"alias": "tides", "acc,none": 0.5, "acc_stderr,none": 0.5}},
         "group_subtasks": {"tides": []},
         "configs": {"tides": {"task": "tides", "test_split": "test", "num_fewshot": 0,
           "output_type": "multiple_choice",
           "metric_list": [{"metric": "acc", "aggregation": "mean", "higher_is_better": true}]}},
         "versions": {"tides": 1.0}, "n-shot": {"tides": 0},
         "n-samples": {"tides": {"original": 2, "effective": 2}},
         "config": {"model": "hf", "model_args": "pretrained=reef/crab-2b"},
         "model_name": "reef/crab-2b", "date": 1772352000.5}""");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2; i++) {
      lines.append(
          """
          {"doc_id": %d, "doc": {"q": "When is tide %d?"}, "target": "0", \
          "arguments": {"gen_args_0": {"arg_0": "Q", "arg_1": " dawn"}, \
          "gen_args_1": {"arg_0": "Q", "arg_1": " dusk"}}, "resps": [], \
          "filtered_resps": [["-%d.5", "False"], ["-1.0", "False"]], "filter": "none", \
          "metrics": ["acc"], "acc": %d.0}
          """
              .formatted(i, i, i, 1 - i));
    }
    Files.writeString(model.resolve("samples_tides_" + stamp + "l"), lines);
  }

  /** One evaluation of OpenCompass. */
  static void writeOpenCompass(Path root) throws IOException {
    Path stamp = root.resolve(EVALUATION).resolve("opencompass-night-7").resolve(STAMP);
    write(
        stamp.resolve("summary/summary_" + STAMP + ".csv"),
        "dataset,version,metric,mode,reef/crab-2b\ntides,00e123,accuracy,gen,50.00\n");
    write(
        stamp.resolve("predictions/reef/crab-2b/tides.json"),
        """
        {"0": {"origin_prompt": "When?", "prediction": "dawn", "gold": "dawn"},
         "1": {"origin_prompt": "Where?", "prediction": "here", "gold": "there"}}""");
    write(
        stamp.resolve("results/reef/crab-2b/tides.json"),
        """
        {"accuracy": 50.0, "details": {
          "0": {"pred": "dawn", "answer": "dawn", "correct": true},
          "1": {"pred": "here", "answer": "there", "correct": false}}}""");
  }

  /** A log of Inspect with the given samples. */
  static String inspectLog(String task, List<String> samples) {
    return """
    {"version": 2, "status": "success",
     "eval": {"task": "%s", "created": "2026-03-01T10:00:00+02:00", "model": "reef/crab-2b",
              "dataset": {"name": "tides"}, "config": {"epochs": 1}},
     "plan": {"steps": [{"solver": "generate", "params": {}}], "config": {"temperature": 0.5}},
     "results": null, "samples": [%s], "reductions": []}"""
        .formatted(task, String.join(",", samples));
  }

  /** A sample of a log; the answer is right for grade C. */
  static String inspectSample(String id, String grade) {
    return """
    {"id": "%s", "epoch": 1, "input": "When?", "target": "dawn",
     "output": {"choices": [{"message": {"content": "dawn"}, "stop_reason": "stop"}],
                "completion": "dawn"},
     "scores": {"match": {"value": "%s", "answer": "dawn"}}, "error": null}"""
        .formatted(id, grade);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
