package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evalbeam.io.evaluation.helm.RequestState.Completion;
import io.evalbeam.io.evaluation.json.JsonNumbers;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one element of {@code request_states}. Prompts, messages, images and, where they are not
 * needed, tokens pass without being built.
 */
final class RequestStateReader {
  private static final String CALIBRATION = "calibration";

  private InstanceText instance = InstanceText.NONE;
  private @Nullable Integer referenceIndex;
  private boolean calibration;
  private @Nullable Integer trial = 0;
  private Map<String, String> outputMapping = Map.of();
  private List<Completion> completions = List.of();
  private @Nullable Boolean promptTruncated;
  private @Nullable Long requestedAt;

  private RequestStateReader() {}

  /** The request at the current token, null when it has no usable instance id or trial. */
  static @Nullable RequestState read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return null;
    }
    RequestStateReader reader = new RequestStateReader();
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      parser.nextToken();
      reader.readField(parser, field);
    }
    return reader.state();
  }

  private void readField(JsonParser parser, String field) throws IOException {
    switch (field) {
      case "instance" -> instance = InstanceText.read(parser);
      case "reference_index" -> referenceIndex = JsonValues.readIndex(parser);
      case "request_mode" -> calibration = CALIBRATION.equals(JsonValues.read(parser));
      case "train_trial_index" -> trial = JsonValues.readIndex(parser);
      case "output_mapping" -> outputMapping = readMapping(parser);
      case "result" -> readResult(parser);
      case "prompt_truncated" -> promptTruncated = JsonValues.readBoolean(parser);
      default -> parser.skipChildren();
    }
  }

  private @Nullable RequestState state() {
    if (instance.id() == null || trial == null) {
      return null;
    }
    return new RequestState(
        instance.id(),
        instance.split(),
        instance.subSplit(),
        instance.perturbation(),
        instance.question(),
        instance.references(),
        referenceIndex,
        calibration,
        trial,
        outputMapping,
        completions,
        promptTruncated,
        requestedAt);
  }

  private static Map<String, String> readMapping(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return Map.of();
    }
    Map<String, String> mapping = new HashMap<>();
    for (String letter = parser.nextFieldName(); letter != null; letter = parser.nextFieldName()) {
      parser.nextToken();
      String text = JsonValues.read(parser);
      if (text != null) {
        mapping.put(letter, text);
      }
    }
    return mapping;
  }

  private void readResult(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      switch (field) {
        case "completions" ->
            completions = CompletionReader.readAll(parser, referenceIndex != null);
        case "request_datetime" -> {
          if (JsonNumbers.isNumber(token)) {
            double seconds = JsonNumbers.read(parser);
            requestedAt = Double.isFinite(seconds) ? Long.valueOf((long) seconds) : null;
          } else {
            parser.skipChildren();
          }
        }
        default -> parser.skipChildren();
      }
    }
  }
}
