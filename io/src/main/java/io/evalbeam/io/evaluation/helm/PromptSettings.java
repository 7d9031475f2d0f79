package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.io.evaluation.json.CanonicalJson;
import io.evalbeam.io.files.Hashes;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hash of everything that decides the prompt of a question and the decoding of its answer, except
 * question and model. It covers the adapter specification without
 *
 * <ul>
 *   <li>the model and its deployment, which are what runs are compared by;
 *   <li>the number of trials and repetitions, the number of instances and their splits: they say
 *       how much was asked, not how;
 *   <li>the seed of repetitions ({@code random}).
 * </ul>
 *
 * <p>A field with its empty default counts as absent, because older releases do not write it. Of
 * the data augmenter only what changes demonstrations counts: changed questions are conditions of
 * their own.
 */
final class PromptSettings {
  private static final Set<String> NOT_PROMPT =
      Set.of(
          "model",
          "model_deployment",
          "num_train_trials",
          "num_trials",
          "max_eval_instances",
          "eval_splits",
          "random");
  private static final String CHAIN_SUFFIX = "chain_of_thought_suffix";
  private static final String AUGMENTS_TRAIN = "should_augment_train_instances";
  private static final List<String> TRAIN_AUGMENTATION =
      List.of(
          AUGMENTS_TRAIN,
          "should_include_original_train",
          "should_skip_unchanged_train",
          "perturbation_specs",
          "seeds_per_instance");

  private PromptSettings() {}

  /** Hash of a run's settings, hexadecimal. */
  static String hash(JsonNode runSpec) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    settings.set("adapter", adapter(runSpec.path("adapter_spec")));
    JsonNode augmenter = runSpec.path("data_augmenter_spec");
    if (augmenter.path(AUGMENTS_TRAIN).asBoolean()) {
      ObjectNode train = settings.putObject("train_augmentation");
      TRAIN_AUGMENTATION.stream()
          .filter(augmenter::has)
          .forEach(name -> train.set(name, augmenter.path(name)));
    }
    return Hashes.ofText(CanonicalJson.of(settings));
  }

  private static ObjectNode adapter(JsonNode spec) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Iterator<Map.Entry<String, JsonNode>> fields = spec.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      if (!NOT_PROMPT.contains(field.getKey()) && !isDefault(field.getKey(), field.getValue())) {
        kept.set(field.getKey(), field.getValue());
      }
    }
    return kept;
  }

  private static boolean isDefault(String name, JsonNode value) {
    if (value.isTextual()) {
      return value.textValue().isEmpty()
          || (name.equals(CHAIN_SUFFIX) && value.textValue().equals("\n"));
    }
    return value.isNull()
        || (value.isContainerNode() && value.isEmpty())
        || (value.isBoolean() && !value.booleanValue());
  }
}
