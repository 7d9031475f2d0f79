package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evalbeam.io.evaluation.helm.RequestState.Completion;
import io.evalbeam.io.evaluation.helm.RequestState.Token;
import io.evalbeam.io.evaluation.json.JsonNumbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code result.completions}. */
final class CompletionReader {
  private CompletionReader() {}

  /**
   * The completions at the current token.
   *
   * @param withTokens whether tokens are needed; else they pass without being built
   */
  static List<Completion> readAll(JsonParser parser, boolean withTokens) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return List.of();
    }
    List<Completion> completions = new ArrayList<>(1);
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        completions.add(read(parser, withTokens));
      } else {
        parser.skipChildren();
      }
    }
    return completions;
  }

  private static Completion read(JsonParser parser, boolean withTokens) throws IOException {
    String text = "";
    double logprob = 0;
    String finishReason = null;
    List<Token> tokens = List.of();
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      parser.nextToken();
      switch (field) {
        case "text" -> {
          String read = JsonValues.read(parser);
          text = read == null ? "" : read;
        }
        case "logprob" -> logprob = readNumber(parser);
        case "finish_reason" -> finishReason = readReason(parser);
        case "tokens" -> {
          if (withTokens) {
            tokens = readTokens(parser);
          } else {
            parser.skipChildren();
          }
        }
        default -> parser.skipChildren();
      }
    }
    return new Completion(text, logprob, finishReason, tokens);
  }

  private static double readNumber(JsonParser parser) throws IOException {
    if (JsonNumbers.isNumber(parser.currentToken())) {
      double number = JsonNumbers.read(parser);
      return Double.isNaN(number) ? 0 : number;
    }
    parser.skipChildren();
    return 0;
  }

  private static @Nullable String readReason(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return JsonValues.read(parser);
    }
    String reason = null;
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      parser.nextToken();
      if (field.equals("reason")) {
        reason = JsonValues.read(parser);
      } else {
        parser.skipChildren();
      }
    }
    return reason;
  }

  private static List<Token> readTokens(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return List.of();
    }
    List<Token> tokens = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != JsonToken.START_OBJECT) {
        parser.skipChildren();
        continue;
      }
      String text = "";
      double logprob = 0;
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        parser.nextToken();
        if (field.equals("text")) {
          String read = JsonValues.read(parser);
          text = read == null ? "" : read;
        } else if (field.equals("logprob")) {
          logprob = readNumber(parser);
        } else {
          parser.skipChildren();
        }
      }
      tokens.add(new Token(text, logprob));
    }
    return tokens;
  }
}
