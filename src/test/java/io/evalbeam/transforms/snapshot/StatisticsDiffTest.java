package io.evalbeam.transforms.snapshot;

import static io.evalbeam.testing.StatisticsSamples.cell;
import static io.evalbeam.testing.StatisticsSamples.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.evaluation.ComprehensiveStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsDiffTest {
  private static final ComprehensiveStatistics TERN = cell("nests", "tern", 0.5, 0.02);
  private static final ComprehensiveStatistics AUK = cell("nests", "auk", 0.25, 0.02);

  private final StatisticsDiff.Builder builder = new StatisticsDiff.Builder();

  @Test
  void equalRowsAreNoDifference() {
    builder.common(AUK, AUK);
    builder.common(TERN, TERN);
    StatisticsDiff diff = builder.build();
    assertFalse(diff.hasChanges());
    assertEquals(List.of(new BenchmarkCells("birds", 2, 2, 0, 0, 0)), diff.benchmarks());
    assertEquals(List.of(), diff.columns());
    assertFalse(diff.models().hasChanges());
  }

  @Test
  void countsByBenchmarkAndColumn() {
    builder.common(TERN, with(TERN, "residual", 0.5));
    builder.common(AUK, with(with(AUK, "residual", 0.25), "outlier", true));
    builder.added(with(TERN, "metric", "f1"));
    builder.removed(with(TERN, "benchmark", "fish"));
    StatisticsDiff diff = builder.build();
    assertTrue(diff.hasChanges());
    assertEquals(
        List.of(
            new BenchmarkCells("birds", 2, 3, 1, 0, 2), new BenchmarkCells("fish", 1, 0, 0, 1, 0)),
        diff.benchmarks());
    assertEquals(
        List.of(new ColumnChange("residual", 2), new ColumnChange("outlier", 1)), diff.columns());
    assertEquals(List.of(), diff.scores());
  }

  @Test
  void listsPublishedScoresLargestChangeFirst() {
    ComprehensiveStatistics gone = with(cell("eggs", "tern", 0.9, 0.02), "mean", null);
    builder.common(cell("eggs", "tern", 0.9, 0.02), gone);
    builder.common(AUK, with(AUK, "mean", 0.3));
    builder.common(TERN, with(TERN, "mean", 0.1));
    ComprehensiveStatistics perturbed = with(TERN, "perturbation", "typos");
    builder.common(perturbed, with(perturbed, "mean", 0.9));
    ComprehensiveStatistics other = with(TERN, "main_metric", false);
    builder.common(other, with(other, "mean", 0.9));
    ComprehensiveStatistics unpublished = with(TERN, "published_split", false);
    builder.common(unpublished, with(unpublished, "mean", 0.9));
    assertEquals(
        List.of("eggs tern", "nests tern", "nests auk"),
        builder.build().scores().stream()
            .map(change -> change.cell().task() + " " + change.cell().modelName())
            .toList());
  }

  @Test
  void pairsScoresMadeWithOtherPromptSettings() {
    ComprehensiveStatistics asked = with(with(TERN, "shots", 0), "prompt_settings", "other");
    builder.removed(TERN);
    builder.added(with(asked, "mean", 0.4));
    builder.common(AUK, AUK);
    StatisticsDiff diff = builder.build();
    assertEquals(1, diff.settings().size());
    SettingsChange change = diff.settings().get(0);
    assertEquals(5, change.older().shots());
    assertEquals(0, change.newer().shots());
    assertEquals(MeanChange.Reading.BEYOND, change.change().reading());
    assertFalse(diff.models().hasChanges(), "the model is in both");
  }

  @Test
  void namesNoSettingsWhereSeveralCouldBeMeant() {
    builder.removed(TERN);
    builder.added(with(TERN, "prompt_settings", "one"));
    builder.added(with(TERN, "prompt_settings", "two"));
    assertEquals(List.of(), builder.build().settings());
  }

  @Test
  void tellsRenamedModelsByIdentifier() {
    builder.removed(TERN);
    builder.added(with(with(TERN, "model_name", "lab/tern"), "mean", 0.6));
    builder.removed(AUK);
    builder.added(with(cell("nests", "dodo", 0.7, 0.02), "model_deployment", "served"));
    ModelChanges models = builder.build().models();
    assertEquals(
        List.of(
            new RenamedModel(
                new ModelName("birds", "tern", null),
                new ModelName("birds", "lab/tern", null),
                "the same model identifier")),
        models.renamed());
    assertEquals(List.of(new ModelName("birds", "auk", null)), models.removed());
    assertEquals(List.of(new ModelName("birds", "dodo", "served")), models.added());
  }

  @Test
  void tellsRenamedModelsByScores() {
    builder.removed(cell("eggs", "tern", 0.9, 0.02));
    builder.removed(TERN);
    builder.added(cell("eggs", "swift", 0.9, 0.02));
    builder.added(cell("nests", "swift", 0.5, 0.02));
    ModelChanges models = builder.build().models();
    assertEquals("the same published scores (2)", models.renamed().get(0).reason());
    assertEquals(List.of(), models.added());
    assertEquals(List.of(), models.removed());
  }

  @Test
  void namesNoRenamingWhereSeveralModelsHaveTheScores() {
    builder.removed(TERN);
    builder.added(cell("nests", "swift", 0.5, 0.02));
    builder.added(cell("nests", "wren", 0.5, 0.02));
    ModelChanges models = builder.build().models();
    assertEquals(List.of(), models.renamed());
    assertEquals(2, models.added().size());
    assertEquals(1, models.removed().size());
  }

  @Test
  void namesNoRenamingAcrossBenchmarks() {
    builder.removed(TERN);
    builder.added(with(TERN, "benchmark", "fish"));
    assertEquals(List.of(), builder.build().models().renamed());
  }
}
