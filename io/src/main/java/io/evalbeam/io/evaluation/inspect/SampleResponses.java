package io.evalbeam.io.evaluation.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import io.evalbeam.io.evaluation.json.SortedJson;
import io.evalbeam.schemas.evaluation.MetricValues;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.TextStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes responses of samples: a scorer is a metric, an epoch a trial. */
final class SampleResponses {
  private final Map<String, ScorerValues> scorers = new LinkedHashMap<>();
  private List<String> names = List.of();

  /** Values by scorer, in the order in which scorers were met. */
  Map<String, ScorerValues> scorers() {
    return scorers;
  }

  Response of(Sample sample, String location) {
    SampleTexts texts = new SampleTexts(sample);
    JsonNode fields = sample.fields();
    JsonNode output = fields.path("output");
    JsonNode usage = usage(sample);
    return new Response(
        sample.id(),
        sample.id(),
        null,
        null,
        null,
        sample.epoch() - 1,
        texts.input(),
        texts.references(),
        texts.output(),
        texts.mappedOutput(),
        TextStatus.AVAILABLE,
        metrics(sample, location),
        count(usage.path("input_tokens")),
        count(usage.path("output_tokens")),
        seconds(fields),
        SortedJson.text(output.path("first").path("stop_reason")),
        null,
        null);
  }

  private MetricValues metrics(Sample sample, String location) {
    JsonNode scores = sample.scores();
    scores.fieldNames().forEachRemaining(this::register);
    double[] values = new double[names.size()];
    Arrays.fill(values, Double.NaN);
    scores
        .fields()
        .forEachRemaining(
            score -> {
              JsonNode stated = score.getValue().path("value");
              ScoreValue value = ScoreValue.of(stated);
              ScorerValues scorer = register(score.getKey());
              if (value.number() != null) {
                values[names.indexOf(score.getKey())] = value.number();
                scorer.add(sample.id(), value.number());
              } else if (value.fault() != null) {
                scorer.addFault(value.fault(), location, stated.toString());
              }
            });
    return MetricValues.of(names, values);
  }

  private ScorerValues register(String scorer) {
    ScorerValues known = scorers.get(scorer);
    if (known != null) {
      return known;
    }
    ScorerValues values = new ScorerValues();
    scorers.put(scorer, values);
    // Earlier responses keep the shorter list they share.
    names = List.copyOf(new ArrayList<>(scorers.keySet()));
    return values;
  }

  /** Tokens of all calls, where one model made them; else those of the last call. */
  private static JsonNode usage(Sample sample) {
    JsonNode byModel = sample.fields().path("model_usage");
    return byModel.size() == 1
        ? byModel.iterator().next()
        : sample.fields().path("output").path("usage");
  }

  private static @Nullable Long count(JsonNode value) {
    return value.isIntegralNumber() ? Long.valueOf(value.longValue()) : null;
  }

  /** Time of work without waiting; old logs only have that of the last call. */
  private static @Nullable Double seconds(JsonNode fields) {
    JsonNode working = fields.path("working_time");
    JsonNode time = working.isNumber() ? working : fields.path("output").path("time");
    return time.isNumber() && Double.isFinite(time.doubleValue())
        ? Double.valueOf(time.doubleValue())
        : null;
  }
}
