package io.evalbeam.io.evaluation.helm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.io.evaluation.json.JsonNumbers;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of one entry of {@code per_instance_stats.json}, read into arrays that are used
 * again for the next entry. This is where most of a run's bytes pass: no text is built for what the
 * previous entry had at the same position. NaN stands for a number that is not there.
 */
final class StatList {
  private static final int FIRST_CAPACITY = 64;
  // The order in which HELM writes them; others are read too.
  private static final SerializedString[] FIELDS = {
    new SerializedString("name"),
    new SerializedString("count"),
    new SerializedString("sum"),
    new SerializedString("sum_squared"),
    new SerializedString("min"),
    new SerializedString("max"),
    new SerializedString("mean"),
    new SerializedString("variance"),
    new SerializedString("stddev")
  };

  private final MetricNames names;
  private int[] metrics = new int[FIRST_CAPACITY];
  private double[] counts = new double[FIRST_CAPACITY];
  private double[] sums = new double[FIRST_CAPACITY];
  private double[] means = new double[FIRST_CAPACITY];
  private @Nullable String[] splits = new String[FIRST_CAPACITY];
  private @Nullable String[] subSplits = new String[FIRST_CAPACITY];
  private int size;
  private int wrongTypes;
  // The text of the split that came last: nearly always the next one too.
  private char[] splitText = new char[0];
  private @Nullable String split;

  StatList(MetricNames names) {
    this.names = names;
  }

  /** Forgets the entry before. */
  void clear() {
    size = 0;
    wrongTypes = 0;
  }

  /** Reads the array of statistics at the current token. */
  void read(JsonParser parser) throws IOException, BrokenFileException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        readStat(parser);
      } else {
        wrongTypes++;
        parser.skipChildren();
      }
    }
  }

  private void readStat(JsonParser parser) throws IOException, BrokenFileException {
    reserve();
    int metric = -1;
    double count = Double.NaN;
    double sum = Double.NaN;
    double mean = Double.NaN;
    int position = 0;
    for (String field = nextField(parser, position);
        field != null;
        field = nextField(parser, ++position)) {
      JsonToken token = parser.nextToken();
      switch (field) {
        case "name" -> metric = readName(parser, token);
        case "count" -> count = number(parser, token);
        case "sum" -> sum = number(parser, token);
        case "mean" -> mean = number(parser, token);
        default -> parser.skipChildren();
      }
    }
    if (metric < 0) {
      wrongTypes++;
      return;
    }
    metrics[size] = metric;
    add(count, sum, mean);
  }

  /** Name of the next field, null at the end; the usual name at a position is not parsed. */
  private static @Nullable String nextField(JsonParser parser, int position) throws IOException {
    if (position >= FIELDS.length) {
      return parser.nextFieldName();
    }
    if (parser.nextFieldName(FIELDS[position])) {
      return FIELDS[position].getValue();
    }
    return parser.currentToken() == JsonToken.FIELD_NAME ? parser.currentName() : null;
  }

  /**
   * Says what the next statistic is one of.
   *
   * @throws BrokenFileException when the run has too many metrics
   */
  void name(String metric, @Nullable String itsSplit, @Nullable String subSplit)
      throws BrokenFileException {
    reserve();
    metrics[size] = names.number(metric);
    splits[size] = itsSplit;
    subSplits[size] = subSplit;
  }

  /** Adds a statistic that was named before; a mean that is not stated is NaN. */
  void add(double count, double sum, double mean) {
    counts[size] = count;
    sums[size] = sum;
    means[size] = mean;
    size++;
  }

  /** Adds the statistic that was added last at this position, of this entry or one before. */
  void addAgain() {
    size++;
  }

  /** A number, NaN when it is null or no number; numbers that are NaN become infinite. */
  private double number(JsonParser parser, JsonToken token) throws IOException {
    if (JsonNumbers.isNumber(token)) {
      double value = JsonNumbers.read(parser);
      return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }
    if (token != JsonToken.VALUE_NULL) {
      wrongTypes++;
      parser.skipChildren();
    }
    return Double.NaN;
  }

  /** Number of the metric, -1 without a name. The perturbation is the one of the whole entry. */
  private int readName(JsonParser parser, JsonToken start) throws IOException, BrokenFileException {
    splits[size] = null;
    subSplits[size] = null;
    if (start != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return -1;
    }
    int metric = -1;
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (token != JsonToken.VALUE_STRING) {
        parser.skipChildren();
        continue;
      }
      switch (field) {
        case "name" ->
            metric =
                names.number(
                    metrics[size],
                    parser.getTextCharacters(),
                    parser.getTextOffset(),
                    parser.getTextLength());
        case "split" -> splits[size] = readSplit(parser);
        case "sub_split" -> subSplits[size] = parser.getText();
        default -> {
          // Another version's field.
        }
      }
    }
    return metric;
  }

  private @Nullable String readSplit(JsonParser parser) throws IOException {
    char[] text = parser.getTextCharacters();
    int start = parser.getTextOffset();
    int end = start + parser.getTextLength();
    if (split == null || !Arrays.equals(splitText, 0, splitText.length, text, start, end)) {
      split = new String(text, start, end - start);
      splitText = split.toCharArray();
    }
    return split;
  }

  private void reserve() {
    if (size == metrics.length) {
      int capacity = size * 2;
      metrics = Arrays.copyOf(metrics, capacity);
      counts = Arrays.copyOf(counts, capacity);
      sums = Arrays.copyOf(sums, capacity);
      means = Arrays.copyOf(means, capacity);
      splits = Arrays.copyOf(splits, capacity);
      subSplits = Arrays.copyOf(subSplits, capacity);
    }
  }

  int size() {
    return size;
  }

  /** Values of an unexpected type in this entry. */
  int wrongTypes() {
    return wrongTypes;
  }

  int metric(int position) {
    return metrics[position];
  }

  @Nullable String split(int position) {
    return splits[position];
  }

  @Nullable String subSplit(int position) {
    return subSplits[position];
  }

  /** Number of values behind the statistic; where it is not stated, 1 if there is a mean. */
  double count(int position) {
    if (!Double.isNaN(counts[position])) {
      return counts[position];
    }
    return Double.isNaN(means[position]) ? 0 : 1;
  }

  /** Mean of the values; NaN when there is none, infinite when it is not finite. */
  double mean(int position) {
    return counts[position] == 0 ? Double.NaN : means[position];
  }

  /** Sum of the values, from the mean where it is not stated. */
  double sum(int position) {
    return Double.isNaN(sums[position]) ? means[position] * count(position) : sums[position];
  }
}
