package io.evalbeam.bench.generate.helm;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the five files with an entry for every response, side by side. */
final class ResponseFiles implements Closeable {
  /** 2024-02-07. */
  private static final long FIRST_REQUEST = 1_707_300_000;

  private final HelmRun run;
  private final List<JsonGenerator> opened = new ArrayList<>();
  private final JsonGenerator state;
  private final JsonGenerator scores;
  private final JsonGenerator instances;
  private final JsonGenerator predictions;
  private final JsonGenerator requests;

  ResponseFiles(Path directory, HelmRun run) throws IOException {
    this.run = run;
    this.state = open(directory, "scenario_state.json");
    this.scores = open(directory, "per_instance_stats.json");
    this.instances = open(directory, "instances.json");
    this.predictions = open(directory, "display_predictions.json");
    this.requests = open(directory, "display_requests.json");
    state.writeStartObject();
    RunFiles.adapter(state, run);
    state.writeArrayFieldStart("request_states");
    for (JsonGenerator json : List.of(scores, instances, predictions, requests)) {
      json.writeStartArray();
    }
  }

  private JsonGenerator open(Path directory, String file) throws IOException {
    JsonGenerator json = PythonJson.create(directory.resolve(file));
    opened.add(json);
    return json;
  }

  void write(int number, HelmResponse response, String prompt, SplitTotals totals)
      throws IOException {
    writeState(number, response, prompt);
    writeScores(number, response, totals);
    instances.writeStartObject();
    InstanceJson.instance(instances, run, number, response.question());
    instances.writeEndObject();
    writePrediction(number, response);
    requests.writeStartObject();
    InstanceJson.key(requests, run, number);
    InstanceJson.request(requests, run, prompt, true);
    requests.writeEndObject();
  }

  private void writeState(int number, HelmResponse response, String prompt) throws IOException {
    state.writeStartObject();
    state.writeObjectFieldStart("instance");
    InstanceJson.instance(state, run, number, response.question());
    state.writeEndObject();
    state.writeNumberField("train_trial_index", 0);
    state.writeObjectFieldStart("output_mapping");
    List<String> options = response.question().options();
    for (int option = 0; option < options.size(); option++) {
      state.writeStringField(HelmQuestion.letter(option), options.get(option));
    }
    state.writeEndObject();
    InstanceJson.request(state, run, prompt, false);
    writeResult(number, response);
    state.writeNumberField("num_train_instances", HelmRun.DEMONSTRATIONS);
    state.writeBooleanField("prompt_truncated", false);
    state.writeNumberField("num_conditioning_tokens", 0);
    state.writeEndObject();
  }

  private void writeResult(int number, HelmResponse response) throws IOException {
    String text = " " + HelmQuestion.letter(response.chosen());
    state.writeObjectFieldStart("result");
    state.writeBooleanField("success", true);
    RunFiles.texts(state, "embedding", List.of());
    state.writeArrayFieldStart("completions");
    state.writeStartObject();
    state.writeStringField("text", text);
    InstanceJson.number(state, "logprob", "0.0");
    state.writeArrayFieldStart("tokens");
    state.writeStartObject();
    state.writeStringField("text", text);
    InstanceJson.number(state, "logprob", "0.0");
    state.writeEndObject();
    state.writeEndArray();
    state.writeObjectFieldStart("finish_reason");
    state.writeStringField("reason", "length");
    state.writeEndObject();
    state.writeEndObject();
    state.writeEndArray();
    state.writeBooleanField("cached", false);
    InstanceJson.number(state, "request_time", response.seconds());
    state.writeNumberField("request_datetime", FIRST_REQUEST + number);
    state.writeEndObject();
  }

  private void writeScores(int number, HelmResponse response, SplitTotals totals)
      throws IOException {
    scores.writeStartObject();
    InstanceJson.key(scores, run, number);
    scores.writeArrayFieldStart("stats");
    for (int metric = 0; metric < HelmMetric.ALL.size(); metric++) {
      HelmMetric named = HelmMetric.ALL.get(metric);
      StatValue value = named.value().apply(response);
      StatJson.single(scores, named.name(), totals.split(), value);
      totals.add(metric, value);
    }
    totals.endResponse();
    scores.writeEndArray();
    scores.writeEndObject();
  }

  private void writePrediction(int number, HelmResponse response) throws IOException {
    predictions.writeStartObject();
    InstanceJson.key(predictions, run, number);
    predictions.writeStringField("predicted_text", " " + HelmQuestion.letter(response.chosen()));
    RunFiles.texts(predictions, "base64_images", List.of());
    predictions.writeStringField(
        "mapped_output", response.question().options().get(response.chosen()));
    predictions.writeObjectFieldStart("stats");
    InstanceJson.number(predictions, "num_prompt_tokens", response.promptTokens() + ".0");
    InstanceJson.number(predictions, "num_output_tokens", "1.0");
    InstanceJson.number(predictions, "inference_runtime", response.seconds());
    InstanceJson.number(predictions, "num_train_instances", HelmRun.DEMONSTRATIONS + ".0");
    InstanceJson.number(predictions, "prompt_truncated", "0.0");
    InstanceJson.number(predictions, "exact_match", response.isRight() ? "1.0" : "0.0");
    predictions.writeEndObject();
    predictions.writeEndObject();
  }

  /** Closing a generator ends what is open in its file. */
  @Override
  public void close() throws IOException {
    for (JsonGenerator json : opened) {
      json.close();
    }
  }
}
