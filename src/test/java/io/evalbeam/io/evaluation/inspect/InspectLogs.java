package io.evalbeam.io.evaluation.inspect;

/** Texts of small logs in their true layout. */
final class InspectLogs {
  private static final String EVAL =
      """
      {"task": "riddles", "task_version": 3, "task_args": {"level": 2, "hint": true},
       "created": "%s", "model": "maker/small:1b", "dataset": {"name": "riddles"},
       "config": {"epochs": %d}}""";
  private static final String PLAN =
      """
      {"steps": [{"solver": "system_message", "params": {}}, {"solver": "generate", "params": {}}],
       "config": {"temperature": 0.5, "max_tokens": 64, "max_connections": 8}}""";

  private InspectLogs() {}

  /** Task, model and settings; without a status, as at the start of a log. */
  static String start(int epochs) {
    return "\"version\": 2, \"eval\": "
        + EVAL.formatted("2026-03-01T10:00:00+02:00", epochs)
        + ", \"plan\": "
        + PLAN;
  }

  static String header(String status, int epochs, String results) {
    return start(epochs) + ", \"status\": \"" + status + "\", \"results\": " + results;
  }

  static String log(String header, String... samples) {
    return "{" + header + ", \"samples\": [" + String.join(",", samples) + "], \"reductions\": []}";
  }

  static String sample(String id, int epoch, String value) {
    return """
    {"id": %s, "epoch": %d, "input": "What is it?", "target": "a key",
     "events": [{"event": "model", "input": "attachment://0123"}],
     "output": {"choices": [{"message": {"content": "A key."}, "stop_reason": "stop"}],
                "completion": "A key."},
     "scores": {"match": {"value": %s, "answer": "key"}, "length": {"value": 6}}, "error": null}"""
        .formatted(id, epoch, value);
  }

  static String results(long completed, long scored, double mean) {
    return """
    {"total_samples": 2, "completed_samples": %d, "scores": [{"name": "match", "scorer": "match",
     "scored_samples": %d, "metrics": {"inspect_ai/mean": {"name": "mean", "value": %s,
     "params": {}}}}]}"""
        .formatted(completed, scored, mean);
  }
}
