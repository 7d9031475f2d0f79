package io.evalbeam.transforms.tracker;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimationMethod;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Every golden file of the original tracker, row by row. */
class TrackerGoldenTest {

  /** One row of a golden file. */
  private record Row(CsvTable table, int index) {
    String get(String column) {
      return requireNonNull(table.cell(index, column), column);
    }

    double number(String column) {
      return Double.parseDouble(get(column));
    }

    Confidence confidence(String column) {
      return Confidence.valueOf(get(column).toUpperCase(Locale.ROOT));
    }
  }

  private interface RowCheck {
    void check(Row row);
  }

  private static void eachRow(String file, int rows, RowCheck check) throws IOException {
    CsvTable table = TrackerFiles.golden(file);
    assertEquals(rows, table.rows().size());
    Stream<Executable> checks =
        IntStream.range(0, rows).mapToObj(i -> () -> check.check(new Row(table, i)));
    assertAll(file, checks);
  }

  private static void assertClose(double expected, double actual, String message) {
    assertEquals(expected, actual, 1e-12 * Math.abs(expected), message);
  }

  @Test
  void normalizesNames() throws IOException {
    eachRow(
        "normalize_names.tsv",
        228,
        row -> {
          String once = TrackerNames.normalize(row.get("raw"));
          assertEquals(row.get("normalized"), once, row.get("raw"));
          assertEquals(row.get("normalized_twice"), TrackerNames.normalize(once), once);
        });
  }

  @Test
  void detectsDevelopers() throws IOException {
    eachRow(
        "detect_developer.tsv",
        516,
        row ->
            assertEquals(
                row.get("developer"), TrackerDevelopers.detect(row.get("name")), row.get("name")));
  }

  @Test
  void readsSizesAndTokens() throws IOException {
    eachRow(
        "size_and_tokens.tsv",
        314,
        row -> {
          String name = row.get("name");
          Optional<TrackerTokens.Size> size = TrackerTokens.ofName(name);
          assertEquals(row.get("parameters").isEmpty(), size.isEmpty(), name);
          if (size.isPresent()) {
            TrackerEstimate estimate = TrackerTokens.estimate(size.get()).orElseThrow();
            assertEquals(new BigInteger(row.get("parameters")), size.get().parameters(), name);
            assertEquals(new BigInteger(row.get("tokens")), size.get().tokens(), name);
            assertEquals(Integer.parseInt(row.get("ratio")), size.get().ratio(), name);
            assertEquals(row.get("rule_text"), size.get().text(), name);
            assertClose(row.number("flop_6nd"), estimate.flop(), name);
            assertEquals(row.confidence("confidence"), estimate.confidence(), name);
          }
        });
  }

  @Test
  void estimatesFromSingleBenchmarks() throws IOException {
    TrackerBenchmarks benchmarks = new TrackerBenchmarks(TrackerFiles.configuration());
    eachRow(
        "single_benchmark.tsv",
        915,
        row -> {
          BenchmarkScore score =
              new BenchmarkScore(row.get("benchmark"), row.number("score"), null);
          Optional<TrackerEstimate> estimate =
              benchmarks.single(row.get("is_reference_name"), score);
          assertEquals(row.get("flop").isEmpty(), estimate.isEmpty(), score.toString());
          if (estimate.isPresent()) {
            assertClose(row.number("flop"), estimate.get().flop(), score.toString());
            assertEquals(row.confidence("confidence"), estimate.get().confidence());
            assertEquals(row.get("reasoning"), estimate.get().reasoning());
          }
        });
  }

  @Test
  void capsDevelopers() throws IOException {
    TrackerCap cap = new TrackerCap(TrackerFiles.configuration());
    eachRow(
        "developer_cap.tsv",
        300,
        row -> {
          TrackerEstimate estimate =
              new TrackerEstimate(
                  EstimationMethod.NAME_SIZE,
                  row.number("flop_in"),
                  row.confidence("confidence_in"),
                  "r");
          Optional<TrackerEstimate> capped = cap.apply(row.get("developer"), estimate);
          TrackerEstimate out = capped.orElse(estimate);
          assertEquals(row.get("capped"), capped.isPresent() ? "True" : "False");
          assertEquals(row.number("flop_out"), out.flop());
          assertEquals(row.confidence("confidence_out"), out.confidence());
          assertEquals(row.get("reasoning_out"), out.reasoning());
          assertEquals(estimate.method(), out.method());
        });
  }

  @Test
  void classifies() throws IOException {
    eachRow(
        "classification.tsv",
        9,
        row -> {
          Double flop = row.get("flop").isEmpty() ? null : row.number("flop");
          assertEquals(
              row.get("classification"), TrackerClasses.text(TrackerClasses.classify(flop)));
        });
  }

  @Test
  void calculatesFromHardware() throws IOException {
    eachRow(
        "hardware.tsv",
        8,
        row ->
            assertOutcome(
                row,
                TrackerCalculators.hardware(
                    row.get("gpu"),
                    Long.parseLong(row.get("count")),
                    row.number("hours"),
                    row.number("utilization"),
                    TrackerCalculators.Scenario.valueOf(
                        row.get("scenario").toUpperCase(Locale.ROOT)))));
  }

  @Test
  void calculatesFromCost() throws IOException {
    eachRow(
        "cost.tsv",
        5,
        row ->
            assertOutcome(
                row, TrackerCalculators.cost(row.number("usd"), row.get("gpu"), row.get("cloud"))));
  }

  private static void assertOutcome(Row row, TrackerCalculators.Outcome outcome) {
    TrackerEstimate estimate = outcome.estimate();
    if (row.get("flop").equals("ERROR")) {
      assertEquals(row.get("confidence_or_error"), outcome.problem());
    } else {
      assertNotNull(estimate);
      assertClose(row.number("flop"), estimate.flop(), row.toString());
      assertEquals(row.confidence("confidence_or_error"), estimate.confidence());
      assertTrue(outcome.problem() == null);
    }
  }
}
