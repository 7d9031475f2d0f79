package io.evalbeam.io.evaluation.opencompass;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads verdicts from {@code details}: a list in the order of instances, each field a list over
 * replicas, or an object by index.
 */
final class DetailsReader {
  // In the order in which OpenCompass itself looks for them.
  private static final List<String> VERDICTS = List.of("correct", "is_correct", "cascade_correct");

  private final Correctness correctness;

  DetailsReader(Correctness correctness) {
    this.correctness = correctness;
  }

  void read(JsonParser parser, JsonToken value) throws IOException {
    if (value == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        instance(parser, i);
      }
    } else if (value == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        int index = PredictionIndex.of(parser.currentName());
        parser.nextToken();
        if (index >= 0) {
          instance(parser, index);
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  private void instance(JsonParser parser, int index) throws IOException {
    correctness.sawInstance(index);
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    Verdicts best = null;
    int bestRank = VERDICTS.size();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      int rank = VERDICTS.indexOf(parser.currentName());
      parser.nextToken();
      if (rank < 0 || rank >= bestRank) {
        parser.skipChildren();
        continue;
      }
      Verdicts verdicts = Verdicts.read(parser);
      if (!verdicts.known.isEmpty()) {
        best = verdicts;
        bestRank = rank;
      }
    }
    if (best != null) {
      store(index, best);
    }
  }

  private void store(int index, Verdicts verdicts) {
    for (int i = verdicts.known.nextSetBit(0); i >= 0; i = verdicts.known.nextSetBit(i + 1)) {
      correctness.put(index, i, verdicts.correct.get(i));
    }
  }

  /** Verdicts of one instance by replica. */
  private static final class Verdicts {
    private final BitSet known = new BitSet();
    private final BitSet correct = new BitSet();

    static Verdicts read(JsonParser parser) throws IOException {
      Verdicts verdicts = new Verdicts();
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        verdicts.put(parser, 0);
        return verdicts;
      }
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        verdicts.put(parser, i);
      }
      return verdicts;
    }

    private void put(JsonParser parser, int replica) throws IOException {
      Boolean verdict = verdict(parser);
      if (verdict != null) {
        known.set(replica);
        correct.set(replica, verdict);
      }
      parser.skipChildren();
    }

    private static @Nullable Boolean verdict(JsonParser parser) throws IOException {
      JsonToken token = parser.currentToken();
      if (token.isBoolean()) {
        return token == JsonToken.VALUE_TRUE;
      }
      if (!token.isNumeric()) {
        return null;
      }
      double value = parser.getDoubleValue();
      return value == 1 ? Boolean.TRUE : value == 0 ? Boolean.FALSE : null;
    }
  }
}
