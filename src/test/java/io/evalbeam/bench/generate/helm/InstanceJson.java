package io.evalbeam.bench.generate.helm;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes what several files say about an instance and a request. */
final class InstanceJson {
  private InstanceJson() {}

  /** Members of HELM's {@code Instance}. */
  static void instance(JsonGenerator json, HelmRun run, int number, HelmQuestion question)
      throws IOException {
    json.writeObjectFieldStart("input");
    json.writeStringField("text", question.text());
    json.writeEndObject();
    json.writeArrayFieldStart("references");
    for (int option = 0; option < question.options().size(); option++) {
      json.writeStartObject();
      json.writeObjectFieldStart("output");
      json.writeStringField("text", question.options().get(option));
      json.writeEndObject();
      json.writeArrayFieldStart("tags");
      if (option == question.right()) {
        json.writeString("correct");
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("split", run.split(number));
    json.writeStringField("id", run.instanceId(number));
  }

  /** The member {@code request}. */
  static void request(JsonGenerator json, HelmRun run, String prompt, boolean shown)
      throws IOException {
    json.writeObjectFieldStart("request");
    json.writeStringField("model_deployment", run.deployment());
    json.writeStringField("model", run.modelName());
    json.writeBooleanField("embedding", false);
    json.writeStringField("prompt", prompt);
    json.writeNumberField("temperature", 0.0);
    json.writeNumberField("num_completions", 1);
    json.writeNumberField("top_k_per_token", 5);
    json.writeNumberField("max_tokens", 1);
    json.writeArrayFieldStart("stop_sequences");
    json.writeEndArray();
    json.writeBooleanField("echo_prompt", false);
    // Integers in the state, with a point in the display file.
    number(json, "top_p", shown ? "1.0" : "1");
    number(json, "presence_penalty", shown ? "0.0" : "0");
    number(json, "frequency_penalty", shown ? "0.0" : "0");
    json.writeEndObject();
  }

  /** Members that name the response in the score and display files. */
  static void key(JsonGenerator json, HelmRun run, int number) throws IOException {
    json.writeStringField("instance_id", run.instanceId(number));
    json.writeNumberField("train_trial_index", 0);
  }

  static void number(JsonGenerator json, String name, String text) throws IOException {
    json.writeFieldName(name);
    json.writeNumber(text);
  }
}
