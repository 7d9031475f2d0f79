package io.evalbeam.bench.micro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Results of JMH beside those of a peer. Benchmarks of one class do the same work; the peer is the
 * method whose name begins with {@code peer}.
 *
 * @param rows one a benchmark, in the order of the results
 */
public record MicroTable(List<Row> rows) {
  private static final String PEER = "peer";

  /**
   * A benchmark.
   *
   * @param operation class and method
   * @param unit of score and error
   * @param score mean
   * @param error half of the 99.9 % confidence interval; null where one iteration gives none
   * @param ratio of the score to the peer's; null for the peer and where there is none
   */
  public record Row(
      String operation,
      String unit,
      double score,
      @Nullable Double error,
      @Nullable Double ratio) {}

  public MicroTable {
    rows = List.copyOf(rows);
  }

  /** Reads the JSON that JMH wrote. */
  public static MicroTable of(Path json) throws IOException {
    return of(new ObjectMapper().readTree(json.toFile()));
  }

  static MicroTable of(JsonNode results) {
    Map<String, Double> peers = new HashMap<>();
    for (JsonNode result : results) {
      if (method(result).startsWith(PEER)) {
        peers.put(group(result), score(result));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (JsonNode result : results) {
      Double peer = method(result).startsWith(PEER) ? null : peers.get(group(result));
      JsonNode error = result.at("/primaryMetric/scoreError");
      rows.add(
          new Row(
              group(result) + "." + method(result),
              result.at("/primaryMetric/scoreUnit").asText(),
              score(result),
              error.isNumber() ? (Double) error.doubleValue() : null,
              peer == null ? null : (Double) (score(result) / peer)));
    }
    return new MicroTable(rows);
  }

  /** A table in Markdown. */
  public String markdown() {
    StringBuilder text =
        new StringBuilder("| operation | unit | score | error | ratio to peer |\n");
    text.append("|---|---|---:|---:|---:|\n");
    for (Row row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %s | %.2f | %s | %s |\n",
              row.operation(),
              row.unit(),
              row.score(),
              row.error() == null ? "" : String.format(Locale.ROOT, "%.2f", row.error()),
              row.ratio() == null ? "" : String.format(Locale.ROOT, "%.2f", row.ratio())));
    }
    return text.toString();
  }

  private static double score(JsonNode result) {
    return result.at("/primaryMetric/score").doubleValue();
  }

  private static String method(JsonNode result) {
    String name = result.path("benchmark").asText();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Simple name of the class. */
  private static String group(JsonNode result) {
    String name = result.path("benchmark").asText();
    String type = name.substring(0, name.lastIndexOf('.'));
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
