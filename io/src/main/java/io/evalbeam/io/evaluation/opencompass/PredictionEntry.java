package io.evalbeam.io.evaluation.opencompass;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.schemas.evaluation.Reference;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One answer in a prediction file, whichever inferencer wrote it.
 *
 * @param question text of the last user message, or the whole prompt where it is one text
 * @param references the gold answers; empty when the file leaves them out
 * @param output the model's text, the chosen label for perplexity tasks; null if there is none
 * @param perplexity of a text that was only scored; null elsewhere, NaN where the file says so
 * @param promptTokens null if not stated
 * @param outputTokens null if not stated
 */
record PredictionEntry(
    @Nullable String question,
    List<Reference> references,
    @Nullable String output,
    @Nullable Double perplexity,
    @Nullable Long promptTokens,
    @Nullable Long outputTokens) {
  private static final String PROMPT = "origin_prompt";
  private static final String PREDICTION = "prediction";
  private static final String GOLD = "gold";
  private static final String TESTING_INPUT = "testing input";
  private static final String LABEL = "pred_label";
  private static final String PERPLEXITY = "ppl";
  private static final String OUTPUT_TOKENS = "res_length";
  private static final String PROMPT_TOKENS = "all_input_length";
  // Prompts per label and the like are copies of the question: they are passed over.
  private static final Set<String> TAKEN =
      Set.of(
          PROMPT, PREDICTION, GOLD, TESTING_INPUT, LABEL, PERPLEXITY, OUTPUT_TOKENS, PROMPT_TOKENS);

  /** Reads the object the parser stands on, to its end. */
  static PredictionEntry read(JsonParser parser) throws IOException {
    Map<String, JsonNode> fields = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      if (TAKEN.contains(key)) {
        fields.put(key, parser.readValueAsTree());
      } else {
        parser.skipChildren();
      }
    }
    JsonNode prompt = fields.containsKey(PROMPT) ? fields.get(PROMPT) : fields.get(TESTING_INPUT);
    JsonNode output = fields.containsKey(LABEL) ? fields.get(LABEL) : fields.get(PREDICTION);
    JsonNode perplexity = fields.get(PERPLEXITY);
    return new PredictionEntry(
        PredictionTexts.question(prompt),
        PredictionTexts.references(fields.get(GOLD)),
        PredictionTexts.output(output),
        perplexity != null && perplexity.isNumber() ? perplexity.doubleValue() : null,
        tokens(fields.get(PROMPT_TOKENS)),
        tokens(fields.get(OUTPUT_TOKENS)));
  }

  private static @Nullable Long tokens(@Nullable JsonNode node) {
    return node != null && node.isIntegralNumber() && node.canConvertToLong()
        ? Long.valueOf(node.longValue())
        : null;
  }
}
