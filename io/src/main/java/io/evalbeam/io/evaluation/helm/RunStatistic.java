package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.io.evaluation.json.JsonNumbers;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of {@code stats.json}: one number per trial goes into it.
 *
 * @param perturbation canonical text of the perturbation, null for the originals
 * @param count number of trials
 * @param mean null when there is none or it is not finite
 */
record RunStatistic(
    String metric,
    @Nullable String split,
    @Nullable String subSplit,
    @Nullable String perturbation,
    double count,
    @Nullable Double mean) {

  private static final String PERTURBED = "perturbed";

  /**
   * The figures that rest on the scores of one condition. Figures on {@code original} and {@code
   * worst} values mix conditions and are left out.
   */
  static List<RunStatistic> readAll(JsonParser parser) throws IOException, BrokenFileException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw new BrokenFileException(
          IssueCode.PARSE_ERROR, "byte 0", "An array of figures was expected.");
    }
    List<RunStatistic> statistics = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        RunStatistic statistic = read(parser);
        if (statistic != null) {
          statistics.add(statistic);
        }
      } else {
        parser.skipChildren();
      }
    }
    return statistics;
  }

  private static @Nullable RunStatistic read(JsonParser parser) throws IOException {
    Name name = null;
    double count = 0;
    Double mean = null;
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      switch (field) {
        case "name" -> name = Name.read(parser);
        case "count" -> count = JsonNumbers.isNumber(token) ? JsonNumbers.read(parser) : 0;
        case "mean" -> mean = JsonNumbers.isNumber(token) ? finite(JsonNumbers.read(parser)) : null;
        default -> parser.skipChildren();
      }
    }
    if (name == null || name.metric == null || !name.isOfOneCondition()) {
      return null;
    }
    String perturbation = name.perturbation == null ? null : name.perturbation.canonical();
    return new RunStatistic(name.metric, name.split, name.subSplit, perturbation, count, mean);
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? Double.valueOf(value) : null;
  }

  private record Name(
      @Nullable String metric,
      @Nullable String split,
      @Nullable String subSplit,
      @Nullable PerturbationObject perturbation) {

    boolean isOfOneCondition() {
      return perturbation == null
          || perturbation.computedOn() == null
          || perturbation.computedOn().equals(PERTURBED);
    }

    static @Nullable Name read(JsonParser parser) throws IOException {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return null;
      }
      String metric = null;
      String split = null;
      String subSplit = null;
      PerturbationObject perturbation = null;
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        parser.nextToken();
        switch (field) {
          case "name" -> metric = JsonValues.read(parser);
          case "split" -> split = JsonValues.read(parser);
          case "sub_split" -> subSplit = JsonValues.read(parser);
          case "perturbation" -> perturbation = PerturbationObject.read(parser);
          default -> parser.skipChildren();
        }
      }
      return new Name(metric, split, subSplit, perturbation);
    }
  }
}
