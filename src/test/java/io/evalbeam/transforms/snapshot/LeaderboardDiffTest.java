package io.evalbeam.transforms.snapshot;

import static io.evalbeam.testing.StatisticsSamples.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.evaluation.ModelStatistics;
import io.evalbeam.testing.EditedRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaderboardDiffTest {
  private final LeaderboardDiff.Builder builder = new LeaderboardDiff.Builder();

  @Test
  void equalRowsAreNoDifference() {
    builder.common(place("tern", 0.5, 1, 1, 2), place("tern", 0.5, 1, 1, 2));
    assertFalse(builder.build().hasChanges());
  }

  @Test
  void listsTheLargestMoveFirst() {
    builder.common(place("auk", 0.5, 2, 1, 3), place("auk", 0.6, 1, 1, 2));
    builder.common(place("dodo", 0.6, 1, 1, 1), place("dodo", 0.3, 4, 3, 4));
    builder.common(place("tern", 0.4, 3, 3, 4), place("tern", 0.4, null, null, null));
    List<RankChange> ranks = builder.build().ranks();
    assertEquals(
        List.of("tern", "dodo", "auk"),
        ranks.stream().map(change -> change.model().modelName()).toList());
    assertNull(ranks.get(0).intervalsOverlap());
    assertEquals(false, ranks.get(1).intervalsOverlap());
    assertEquals(true, ranks.get(2).intervalsOverlap());
  }

  @Test
  void otherColumnsAreCountedButNoMove() {
    ModelStatistics row = place("tern", 0.5, 1, 1, 2);
    builder.common(row, EditedRow.of(ModelStatistics.class, row, "pooled", 0.75));
    LeaderboardDiff diff = builder.build();
    assertTrue(diff.hasChanges());
    assertEquals(List.of(new ColumnChange("pooled", 1)), diff.columns());
    assertEquals(List.of(), diff.ranks());
  }

  @Test
  void modelsComeAndLeaveAndAreRenamed() {
    builder.removed(place("auk", 0.5, 1, 1, 2));
    builder.added(place("dodo", 0.5, 1, 1, 2));
    builder.removed(place("tern", 0.4, 2, 1, 2));
    builder.added(
        EditedRow.of(
            ModelStatistics.class, place("tern", 0.4, 2, 1, 2), "model_deployment", "served"));
    ModelChanges models = builder.build().models();
    assertEquals(List.of(new ModelName("birds", "dodo", null)), models.added());
    assertEquals(List.of(new ModelName("birds", "auk", null)), models.removed());
    assertEquals("served", models.renamed().get(0).newer().modelDeployment());
  }
}
