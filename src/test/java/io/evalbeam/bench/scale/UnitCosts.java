package io.evalbeam.bench.scale;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measured figures by name, and what follows from them for one unit of work. */
final class UnitCosts {
  private static final String RESOURCE = "unit-costs.yaml";

  private final Map<String, Measurement> measurements = new TreeMap<>();

  /**
   * A figure.
   *
   * @param name what the arithmetic calls it
   * @param value in {@code unit}
   * @param unit what one of it is
   * @param source how it was measured or why it is assumed
   * @param when day of the measurement, or {@code assumed}
   */
  record Measurement(String name, double value, String unit, String source, String when) {}

  private UnitCosts(List<Measurement> measurements) {
    measurements.forEach(figure -> this.measurements.put(figure.name(), figure));
  }

  /** The figures of the resource. */
  static UnitCosts load() throws IOException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    try (InputStream in = requireNonNull(UnitCosts.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new UnitCosts(List.of(yaml.readValue(in, Measurement[].class)));
    }
  }

  /** All figures by name. */
  List<Measurement> all() {
    return List.copyOf(measurements.values());
  }

  double value(String name) {
    return requireNonNull(measurements.get(name), name).value();
  }

  /** CPU seconds for a megabyte of raw runs. */
  double ingestSecondsPerMegabyte() {
    return (value("ingest_cpu") - value("ingest_start_cpu")) / value("ingest_megabytes");
  }

  /** CPU seconds for a pair of models in a task, row included: what publishing does not explain. */
  double secondsPerPair() {
    return (more("cpu") - more("again_cpu")) / more("pairs");
  }

  /** CPU seconds for a pair over all tasks: of a command that finds no news. */
  double secondsPerOverallPair() {
    return more("again_cpu") / more("overall");
  }

  /** CPU seconds for a score, from reading it to the statistics of its cell. */
  double secondsPerScore() {
    double ofPairs =
        value("aggregate_pairs") * secondsPerPair()
            + value("aggregate_overall") * secondsPerOverallPair();
    return (value("aggregate_cpu") - value("aggregate_start_cpu") - ofPairs)
        / value("aggregate_scores");
  }

  private double more(String of) {
    return value("many_pairs_" + of) - value("few_pairs_" + of);
  }
}
