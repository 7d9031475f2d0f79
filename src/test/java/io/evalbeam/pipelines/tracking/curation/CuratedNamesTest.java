package io.evalbeam.pipelines.tracking.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.evalbeam.pipelines.options.Policy;
import io.evalbeam.testing.Estimates;
import io.evalbeam.transforms.curate.NameMatcher;
import java.util.List;
import org.junit.jupiter.api.Test;

class CuratedNamesTest {
  private static final NameMatcher DEFAULT =
      CuratedNames.matcher(
          Policy.DEFAULT,
          List.of(
              Estimates.model("heron_2", "Aviary", null),
              Estimates.model("heron_2_preview", "Aviary", null)));
  private static final NameMatcher TRACKER = CuratedNames.matcher(Policy.TRACKER, List.of());

  @Test
  void spellingsOfNamesAndDevelopersAreOneModel() {
    String key = DEFAULT.key("heron_2", "Meta AI");
    assertEquals(key, DEFAULT.key("Heron 2", "meta"));
    assertEquals(key, DEFAULT.key("HERON-2-Instruct", "Meta"));
    assertNotEquals(key, DEFAULT.key("heron_2", "OpenAI"));
    assertEquals("heron_2", DEFAULT.key("Heron-2", " "));
  }

  @Test
  void namesOfModelsAreNeverTakenForAnotherModel() {
    assertNotEquals(DEFAULT.key("heron_2", "Aviary"), DEFAULT.key("Heron_2_preview", "Aviary"));
    assertEquals(DEFAULT.key("tern_3", "Aviary"), DEFAULT.key("tern_3_preview", "Aviary"));
  }

  @Test
  void theTrackerPolicyIgnoresOnlyCase() {
    assertEquals(TRACKER.key("Tern ", "LAB"), TRACKER.key("tern", "lab"));
    assertNotEquals(TRACKER.key("tern-2", "lab"), TRACKER.key("tern_2", "lab"));
    assertEquals("tern", TRACKER.key("Tern", ""));
  }
}
