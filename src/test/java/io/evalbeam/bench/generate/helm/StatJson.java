package io.evalbeam.bench.generate.helm;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Writes HELM's {@code Stat} objects. */
final class StatJson {
  private StatJson() {}

  /** Value of one response. */
  static void single(JsonGenerator json, String name, String split, StatValue value)
      throws IOException {
    begin(json, name, split, null);
    if (value.kind() == StatValue.Kind.NONE) {
      empty(json);
    } else {
      String sum = value.sum();
      numbers(json, sum, value.square(), value.mean());
    }
    json.writeEndObject();
  }

  /**
   * Mean over the responses of a run.
   *
   * @param perturbation kind of the worst case over perturbations; null for the originals
   * @param mean null when no response has a value
   */
  static void aggregate(
      JsonGenerator json,
      String name,
      String split,
      @Nullable String perturbation,
      @Nullable BigDecimal mean)
      throws IOException {
    begin(json, name, split, perturbation);
    if (mean == null) {
      empty(json);
    } else {
      String text = StatValue.withPoint(mean);
      String square = StatValue.withPoint(mean.multiply(mean, MathContext.DECIMAL64));
      numbers(json, text, square, text);
    }
    json.writeEndObject();
  }

  private static void begin(
      JsonGenerator json, String name, String split, @Nullable String perturbation)
      throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("name");
    json.writeStringField("name", name);
    json.writeStringField("split", split);
    if (perturbation != null) {
      json.writeObjectFieldStart("perturbation");
      json.writeStringField("name", perturbation);
      json.writeBooleanField("robustness", perturbation.equals("robustness"));
      json.writeBooleanField("fairness", perturbation.equals("fairness"));
      json.writeStringField("computed_on", "worst");
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void empty(JsonGenerator json) throws IOException {
    json.writeNumberField("count", 0);
    json.writeNumberField("sum", 0);
    json.writeNumberField("sum_squared", 0);
  }

  private static void numbers(JsonGenerator json, String sum, String square, String mean)
      throws IOException {
    json.writeNumberField("count", 1);
    number(json, "sum", sum);
    number(json, "sum_squared", square);
    number(json, "min", sum);
    number(json, "max", sum);
    number(json, "mean", mean);
    number(json, "variance", "0.0");
    number(json, "stddev", "0.0");
  }

  private static void number(JsonGenerator json, String field, String text) throws IOException {
    json.writeFieldName(field);
    json.writeNumber(text);
  }
}
