package io.evalbeam.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a small HELM run with all eight files. Instance 0 is of split valid, the others of test;
 * instance i is answered correctly in trial t when i + t is even, its perturbed copy never. Runtime
 * of instance i is 0.25 + i / 1000 s, its prompt has 100 + i tokens.
 *
 * <p>The parts can be changed before they are written.
 */
public final class HelmRunFixture {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final String model;
  private String subject = "tides";
  private int instances = 4;
  private int trials = 1;
  private boolean perturbed;
  private boolean toxicity;
  private boolean integerIds;
  private boolean separate;
  private String questionPattern = "Which way is gull %s?";
  private String referencePattern = "%s %s";

  private HelmRunFixture(String model) {
    this.model = model;
  }

  /** A run of joint multiple choice with four instances and one trial. */
  public static HelmRunFixture of(String model) {
    return new HelmRunFixture(model);
  }

  public HelmRunFixture subject(String name) {
    subject = name;
    return this;
  }

  public HelmRunFixture instances(int count) {
    instances = count;
    return this;
  }

  public HelmRunFixture trials(int count) {
    trials = count;
    return this;
  }

  /** Adds a copy of each instance with typing errors. */
  public HelmRunFixture perturbed() {
    perturbed = true;
    return this;
  }

  /** Adds a second entry of scores for each key, as a second metric class does. */
  public HelmRunFixture withToxicity() {
    toxicity = true;
    return this;
  }

  /** Writes ids as integers in the scores and display files. */
  public HelmRunFixture withIntegerIds() {
    integerIds = true;
    return this;
  }

  /** Asks about each reference in a request of its own. */
  public HelmRunFixture separate() {
    separate = true;
    return this;
  }

  /** Publishes ciphertext numbers in place of texts. */
  public HelmRunFixture encrypted() {
    questionPattern = "[encrypted_text_1%s]";
    referencePattern = "[encrypted_text_%2$s]";
    return this;
  }

  /** Publishes one placeholder in place of texts. */
  public HelmRunFixture redacted() {
    questionPattern = "[redacted]";
    referencePattern = "[redacted]";
    return this;
  }

  /** Name of the run and, unless changed, of its directory. */
  public String name() {
    return "coast:subject=" + subject + ",model=" + model.replace('/', '_');
  }

  /** Writes all files below a suite; the directory of the run is returned. */
  public Path write(Path suite) throws IOException {
    Path run = Files.createDirectories(suite.resolve(name()));
    for (Map.Entry<String, JsonNode> file : files().entrySet()) {
      writeJson(run.resolve(file.getKey()), file.getValue());
    }
    return run;
  }

  /** Writes a file as HELM does. */
  public static void writeJson(Path file, JsonNode content) throws IOException {
    Files.writeString(file, MAPPER.writeValueAsString(content));
  }

  /** Reads a file of a run, to change it. */
  public static JsonNode readJson(Path file) throws IOException {
    return MAPPER.readTree(file.toFile());
  }

  /** All files by name. */
  public Map<String, JsonNode> files() {
    ArrayNode scores = scores();
    Map<String, JsonNode> files = new TreeMap<>();
    files.put("run_spec.json", runSpec());
    files.put("scenario.json", object().put("name", "coast_scenario").put("description", "Gulls."));
    files.put(
        "scenario_state.json",
        object().<ObjectNode>set("adapter_spec", adapter()).set("request_states", requests()));
    files.put("per_instance_stats.json", scores);
    files.put("stats.json", statistics(scores));
    files.put("instances.json", instanceList());
    files.put("display_predictions.json", predictions());
    files.put("display_requests.json", array());
    return files;
  }

  private ObjectNode runSpec() {
    ObjectNode spec = object().put("name", name());
    spec.putObject("scenario_spec")
        .put("class_name", "coast.CoastScenario")
        .putObject("args")
        .put("subject", subject);
    spec.set("adapter_spec", adapter());
    spec.putObject("data_augmenter_spec").put("should_augment_train_instances", false);
    spec.putArray("groups").add("coast").add("birds");
    return spec;
  }

  private ObjectNode adapter() {
    return object()
        .put("method", separate ? "multiple_choice_separate_original" : "multiple_choice_joint")
        .put("instructions", "Answer about the coast.")
        .put("max_train_instances", 5)
        .put("max_eval_instances", 1000)
        .put("num_train_trials", trials)
        .put("model_deployment", "harbour/" + model)
        .put("model", model)
        .put("temperature", 0.5)
        .put("max_tokens", 1);
  }

  /** Whether the answer to an instance, or to its perturbed copy, is right in a trial. */
  public static boolean isCorrect(int instance, int trial, boolean copy) {
    return !copy && (instance + trial) % 2 == 0;
  }

  private String split(int instance) {
    return instance == 0 ? "valid" : "test";
  }

  private ArrayNode requests() {
    ArrayNode requests = array();
    forEachKey(
        (i, trial, copy) -> {
          if (separate) {
            for (int reference = 0; reference < 2; reference++) {
              ObjectNode request = request(i, trial, copy, reference);
              boolean chosen = reference == (isCorrect(i, trial, copy) ? 0 : 1);
              ObjectNode completion = (ObjectNode) request.at("/result/completions/0");
              completion.put("text", "echo " + reference).put("logprob", -9);
              completion
                  .putArray("tokens")
                  .add(object().put("text", "echo").put("logprob", 0))
                  .add(
                      object()
                          .put("text", " " + reference(i, reference))
                          .put("logprob", chosen ? -0.5 : -2.0));
              requests.add(request);
            }
          } else {
            requests.add(request(i, trial, copy, null));
          }
        });
    return requests;
  }

  private ObjectNode request(int i, int trial, boolean copy, @Nullable Integer reference) {
    ObjectNode request = object();
    request.set("instance", instance(i, copy, true));
    // The order of HELM's fields.
    if (reference != null) {
      request.put("reference_index", reference).put("request_mode", "original");
    }
    request.put("train_trial_index", trial);
    if (reference == null) {
      request.putObject("output_mapping").put("A", reference(i, 0)).put("B", reference(i, 1));
    }
    request.putObject("request").put("prompt", "Question: " + i).put("model", model);
    ObjectNode result = request.putObject("result").put("success", true);
    ObjectNode completion = result.putArray("completions").addObject();
    completion.put("text", isCorrect(i, trial, copy) ? " A" : " B").put("logprob", 0);
    completion.putArray("tokens").addObject().put("text", " A").put("logprob", 0.0);
    completion.putObject("finish_reason").put("reason", "length");
    result.put("request_time", 0.25 + i / 1000.0).put("request_datetime", 1_700_000_000 + i);
    return request.put("num_train_instances", 5).put("prompt_truncated", i == 1);
  }

  private String reference(int i, int number) {
    return String.format(Locale.ROOT, referencePattern, number == 0 ? "north" : "south", "" + i);
  }

  private ObjectNode instance(int i, boolean copy, boolean full) {
    ObjectNode instance = object();
    instance.putObject("input").put("text", String.format(Locale.ROOT, questionPattern, "" + i));
    ArrayNode references = instance.putArray("references");
    references.add(referenceNode(i, 0, "correct")).add(referenceNode(i, 1, null));
    instance.put("split", split(i)).put("id", "id" + i);
    if (copy) {
      instance.set("perturbation", perturbation(full));
    }
    return instance;
  }

  private ObjectNode referenceNode(int i, int number, @Nullable String tag) {
    ObjectNode reference = object();
    reference.putObject("output").put("text", reference(i, number));
    ArrayNode tags = reference.putArray("tags");
    return tag == null ? reference : (ObjectNode) reference.set("tags", tags.add(tag));
  }

  /** Scores and requests have the whole object, display files only its common fields. */
  private static ObjectNode perturbation(boolean full) {
    ObjectNode perturbation =
        object()
            .put("name", "typos")
            .put("robustness", true)
            .put("fairness", false)
            .put("computed_on", "perturbed");
    return full ? perturbation.put("prob", 0.1) : perturbation;
  }

  private ObjectNode key(int i, int trial, boolean copy, boolean full) {
    ObjectNode key = object();
    if (integerIds) {
      key.put("instance_id", i);
    } else {
      key.put("instance_id", "id" + i);
    }
    if (copy) {
      key.set("perturbation", perturbation(full));
    }
    return key.put("train_trial_index", trial);
  }

  private ArrayNode scores() {
    ArrayNode entries = array();
    forEachKey(
        (i, trial, copy) -> {
          ObjectNode entry = key(i, trial, copy, true);
          entry
              .putArray("stats")
              .add(stat("num_prompt_tokens", i, copy, 100 + i))
              .add(stat("num_output_tokens", i, copy, 1))
              .add(emptyStat("training_co2_cost", i, copy))
              .add(stat("inference_runtime", i, copy, 0.25 + i / 1000.0))
              .add(stat("exact_match", i, copy, isCorrect(i, trial, copy) ? 1 : 0));
          entries.add(entry);
        });
    if (toxicity) {
      forEachKey(
          (i, trial, copy) -> {
            ObjectNode entry = key(i, trial, copy, true);
            entry.putArray("stats").add(stat("toxic_frac", i, copy, 0.125));
            entries.add(entry);
          });
    }
    return entries;
  }

  private ObjectNode emptyStat(String metric, int i, boolean copy) {
    ObjectNode stat = object();
    ObjectNode name = stat.putObject("name").put("name", metric).put("split", split(i));
    if (copy) {
      name.set("perturbation", perturbation(true));
    }
    return stat.put("count", 0).put("sum", 0).put("sum_squared", 0);
  }

  private ObjectNode stat(String metric, int i, boolean copy, double value) {
    ObjectNode stat = emptyStat(metric, i, copy).put("count", 1);
    // HELM writes the sum of integers as an integer and their mean as a float.
    if (value == Math.rint(value)) {
      stat.put("sum", (long) value).put("sum_squared", (long) (value * value));
      stat.put("min", (long) value).put("max", (long) value);
    } else {
      stat.put("sum", value).put("sum_squared", value * value).put("min", value).put("max", value);
    }
    return stat.put("mean", value).put("variance", 0.0).put("stddev", 0.0);
  }

  /** One figure for each full name: the mean over trials of the mean inside the trial. */
  private ArrayNode statistics(ArrayNode scores) {
    Map<String, ObjectNode> names = new TreeMap<>();
    Map<String, double[]> sums = new TreeMap<>();
    Map<String, double[]> counts = new TreeMap<>();
    for (JsonNode entry : scores) {
      int trial = entry.path("train_trial_index").intValue();
      for (JsonNode stat : entry.path("stats")) {
        String name = stat.path("name").toString();
        names.put(name, (ObjectNode) stat.path("name"));
        sums.computeIfAbsent(name, n -> new double[trials])[trial] +=
            stat.path("sum").doubleValue();
        counts.computeIfAbsent(name, n -> new double[trials])[trial] +=
            stat.path("count").doubleValue();
      }
    }
    ArrayNode statistics = array();
    for (Map.Entry<String, ObjectNode> name : names.entrySet()) {
      List<Double> means = new ArrayList<>();
      for (int trial = 0; trial < trials; trial++) {
        double count = counts.getOrDefault(name.getKey(), new double[trials])[trial];
        if (count > 0) {
          means.add(sums.getOrDefault(name.getKey(), new double[trials])[trial] / count);
        }
      }
      ObjectNode statistic = object();
      statistic.set("name", name.getValue());
      statistic.put("count", means.size());
      if (!means.isEmpty()) {
        double mean = means.stream().mapToDouble(Double::doubleValue).sum() / means.size();
        statistic.put("mean", mean);
      }
      statistics.add(statistic);
    }
    return statistics;
  }

  private ArrayNode instanceList() {
    ArrayNode list = array();
    for (int i = 0; i < instances; i++) {
      for (int copy = 0; copy < (perturbed ? 2 : 1); copy++) {
        ObjectNode instance = instance(i, copy == 1, false);
        list.add(integerIds ? instance.put("id", i) : instance);
      }
    }
    return list;
  }

  private ArrayNode predictions() {
    ArrayNode predictions = array();
    forEachKey(
        (i, trial, copy) -> {
          boolean correct = isCorrect(i, trial, copy);
          String joint = correct ? " A" : " B";
          ObjectNode prediction = key(i, trial, copy, false);
          prediction
              .put("predicted_text", separate ? "echo " + (correct ? 0 : 1) : joint)
              .put("mapped_output", reference(i, correct ? 0 : 1));
          prediction.putObject("stats");
          predictions.add(prediction);
        });
    return predictions;
  }

  @FunctionalInterface
  private interface KeyAction {
    void accept(int instance, int trial, boolean copy);
  }

  private void forEachKey(KeyAction action) {
    for (int trial = 0; trial < trials; trial++) {
      for (int i = 0; i < instances; i++) {
        action.accept(i, trial, false);
        if (perturbed) {
          action.accept(i, trial, true);
        }
      }
    }
  }

  private static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  private static ArrayNode array() {
    return MAPPER.createArrayNode();
  }
}
