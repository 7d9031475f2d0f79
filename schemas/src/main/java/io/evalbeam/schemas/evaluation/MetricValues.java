package io.evalbeam.schemas.evaluation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of metrics for one response. Names are shared between the responses of a run. A metric
 * without a value is missing, which is not zero. Immutable.
 */
public final class MetricValues {
  /** No metric at all. */
  public static final MetricValues NONE = new MetricValues(List.of(), new double[0]);

  private final List<String> names;
  // NaN stands for missing; it never leaves this class.
  private final double[] values;

  private MetricValues(List<String> names, double[] values) {
    this.names = names;
    this.values = values;
  }

  /**
   * Values in the order of names.
   *
   * @param names unique; may be longer than the values, the rest then is missing
   * @param values finite, or NaN where missing; the array is copied
   * @throws IllegalArgumentException when a value is infinite or there are more values than names
   */
  public static MetricValues of(List<String> names, double[] values) {
    if (values.length > names.size()) {
      throw new IllegalArgumentException(values.length + " values for " + names.size() + " names");
    }
    for (double value : values) {
      if (Double.isInfinite(value)) {
        throw new IllegalArgumentException("a metric value is infinite");
      }
    }
    return new MetricValues(names, values.clone());
  }

  /** Number of positions, missing values included. */
  public int size() {
    return values.length;
  }

  /** Name at a position. */
  public String name(int position) {
    return names.get(position);
  }

  /** Whether there is a value at a position. */
  public boolean isPresent(int position) {
    return !Double.isNaN(values[position]);
  }

  /**
   * Value at a position.
   *
   * @throws IllegalStateException when it is missing
   */
  public double value(int position) {
    if (!isPresent(position)) {
      throw new IllegalStateException("metric " + name(position) + " has no value");
    }
    return values[position];
  }

  /** Value of a metric, null when missing. */
  public @Nullable Double get(String name) {
    int position = names.indexOf(name);
    return position < 0 || position >= values.length || !isPresent(position)
        ? null
        : Double.valueOf(values[position]);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof MetricValues other
        && Arrays.equals(values, other.values)
        && names.subList(0, values.length).equals(other.names.subList(0, other.values.length));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < values.length; i++) {
      if (isPresent(i)) {
        text.append(text.length() > 1 ? ", " : "").append(name(i)).append('=').append(values[i]);
      }
    }
    return text.append('}').toString();
  }
}
