package io.evalbeam.pipelines.evaluation.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evalbeam.schemas.evaluation.ModelIdentity;
import io.evalbeam.transforms.identity.IdentityRules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunModelsTest {
  private final RunModels models = new RunModels(new IdentityRules(Map.of()));

  @ParameterizedTest
  @CsvSource({
    "meta/llama-2-7b, meta/Llama 2 7B",
    "openai/gpt-4o, gpt-4o",
    "mistralai/mixtral-8x7b, mistralai/Mixtral-8x7B",
  })
  void spellingsOfOneModelAreOneModel(String one, String other) {
    assertEquals(models.of(one).modelId(), models.of(other).modelId());
  }

  @Test
  void theFamilyIsTheNameBeforeItsNumbers() {
    assertEquals("llama", models.of("meta/llama-2-7b").family());
    assertEquals("gpt", models.of("openai/gpt-4o").family());
  }

  @Test
  void anUnknownDeveloperIsNull() {
    assertNull(models.of("gull-7b").developer());
  }

  @Test
  void pathsAndEmptyPartsDoNotBreakNames() {
    for (String name : new String[] {"/", "a/", "/b", "a/b/c", "7", "(all models)", " "}) {
      ModelIdentity model = models.of(name);
      assertEquals(model, models.of(name));
    }
  }
}
