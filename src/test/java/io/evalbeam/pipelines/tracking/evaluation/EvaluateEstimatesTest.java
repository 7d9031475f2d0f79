package io.evalbeam.pipelines.tracking.evaluation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.schemas.tracking.EstimateAccuracyRow;
import io.evalbeam.schemas.tracking.EstimateComparison;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.RunnerTest;
import io.evalbeam.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RunnerTest
class EvaluateEstimatesTest {
  private static final int FEWEST_FOR_COVERAGE = 20;
  private static final String HEADER =
      "Model,Organization,Publication date,Domain,Parameters,Training compute (FLOP),"
          + "Training compute notes,Training dataset size (gradients),Epochs,"
          + "Training time (hours),Training hardware,Hardware quantity,Hardware utilization (MFU)\n";

  @TempDir Path folder;

  private Map<String, EstimateAccuracyRow> evaluate(Path export) throws IOException {
    CommandRun run =
        CommandRun.job(
            "evaluate-estimates", "--input=" + export, "--output=" + folder, "--asOf=2026-01-01");
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    Map<String, EstimateAccuracyRow> accuracy = new TreeMap<>();
    for (EstimateAccuracyRow row :
        rows(EstimateAccuracyRow.class, "evaluation/estimate_accuracy.parquet")) {
      accuracy.put(row.group(), row);
      assertTrue(run.output().contains(row.group()), run.output());
    }
    return accuracy;
  }

  private <T> List<T> rows(Class<T> type, String file) throws IOException {
    List<T> rows = new ArrayList<>();
    try (TableFileReader<T> reader =
        new TableFileReader<>(Table.of(type), folder.resolve(file).toString())) {
      for (T row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void comparesWithValuesThatTheEstimatorNeverSees() throws IOException {
    // The stated compute is absurd, so an estimator that saw it would give it back.
    Path export =
        Files.writeString(
            folder.resolve("export.csv"),
            HEADER
                + "Wader 10B,Lab,2024-01-01,Language,1e10,6e20,it was 6e20,1e12,1,,,,\n"
                + "Stint 1B,Lab,2024-01-01,Language,1e9,,,1e12,1,,,,\n"
                + "Knot,Lab,2024-01-01,Games,,3e22,,,,100,NVIDIA H100 SXM5 80GB,1000,0.4\n"
                + "Ruff,Lab,2024-01-01,Games,,1e20,,,,,,,\n");
    Map<String, EstimateAccuracyRow> accuracy = evaluate(export);
    List<EstimateComparison> comparisons =
        rows(EstimateComparison.class, "evaluation/estimate_comparisons.parquet");

    assertEquals(3, comparisons.size(), "the model without curated compute is no comparison");
    Double wader = comparisons.get(0).estimatedFlop();
    assertNotNull(wader);
    assertEquals(1.0, wader / 6e22, 1e-9, "6 · 1e10 · 1e12");
    assertEquals(100, comparisons.get(0).foldError(), 1e-6);
    assertNull(comparisons.get(2).estimatedFlop(), "nothing to go by");
    EstimateAccuracyRow all = accuracy.get("all");
    assertNotNull(all);
    assertEquals(2, all.models());
  }

  @Test
  void aMissingExportIsWrongInput() {
    CommandRun run =
        CommandRun.job("evaluate-estimates", "--input=" + folder + "/no.csv", "--output=" + folder);
    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, run.exitCode());
    assertTrue(run.errors().contains("could not be read"), run.errors());
  }

  @Test
  void estimatesAreCloseToCuratedComputeAndIntervalsCoverIt() throws IOException {
    Map<String, EstimateAccuracyRow> accuracy =
        evaluate(SharedData.path("data/epoch-notable/notable_ai_models_half.csv"));
    assertAll(
        () -> assertMedianFold(accuracy, "hardware", 70, 1.15),
        () -> assertMedianFold(accuracy, "language", 100, 1.35),
        () -> assertMedianFold(accuracy, "either", 220, 1.6));
    for (EstimateAccuracyRow row : accuracy.values()) {
      boolean judged = row.group().equals("all") || row.group().startsWith("confidence ");
      if (judged && row.models() > FEWEST_FOR_COVERAGE) {
        assertTrue(row.coverage() >= 0.85 && row.coverage() <= 0.95, row.toString());
      }
    }
  }

  private static void assertMedianFold(
      Map<String, EstimateAccuracyRow> accuracy, String group, int atLeast, double limit) {
    EstimateAccuracyRow row = accuracy.get(group);
    assertNotNull(row, group);
    assertTrue(row.models() >= atLeast, row.toString());
    assertTrue(row.medianFold() <= limit, row.toString());
  }
}
