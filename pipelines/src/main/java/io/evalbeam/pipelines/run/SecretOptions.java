package io.evalbeam.pipelines.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.evalbeam.io.http.UrlSecrets;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.util.common.ReflectHelpers;

/** Options as they may be shown. */
final class SecretOptions {
  private static final List<String> SECRET_WORDS =
      List.of("credential", "secret", "password", "token", "key", "sas");

  private SecretOptions() {}

  /** The options without those whose name suggests a secret; URLs in values are masked. */
  static ObjectNode withoutSecrets(PipelineOptions options) {
    ObjectMapper mapper =
        new ObjectMapper()
            .registerModules(ObjectMapper.findModules(ReflectHelpers.findClassLoader()));
    ObjectNode shown = mapper.createObjectNode();
    JsonNode all = mapper.valueToTree(options);
    all.path("options")
        .fields()
        .forEachRemaining(
            option -> {
              if (!isSecret(option.getKey())) {
                shown.set(option.getKey(), masked(option.getValue()));
              }
            });
    return shown;
  }

  private static JsonNode masked(JsonNode value) {
    if (value.isTextual()) {
      return TextNode.valueOf(UrlSecrets.mask(value.asText()));
    }
    if (!value.isArray()) {
      return value;
    }
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    value.forEach(item -> items.add(masked(item)));
    return items;
  }

  private static boolean isSecret(String option) {
    String lower = option.toLowerCase(Locale.ROOT);
    return SECRET_WORDS.stream().anyMatch(lower::contains);
  }
}
