package io.evalbeam.transforms.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.tracking.DeveloperOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeveloperResolverTest {
  private static final DeveloperResolver RESOLVER = DeveloperResolver.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Zhipu | Zhipu AI",
        "Z.ai | Zhipu AI",
        "Mistral | Mistral AI",
        "Nvidia | NVIDIA",
        "Google DeepMind | Google",
        "google brain | Google",
        "Meta AI | Meta",
        "Facebook AI | Meta",
        "AllenAI/UW | Ai2",
        "Allen Institute for AI | Ai2",
        "DeepSeek AI | DeepSeek",
        "NexusFlow | Nexusflow",
        "Qwen | Alibaba",
        "01 AI | 01.AI",
        "Moonshot | Moonshot AI",
        "UW | University of Washington",
        "HuggingFace | Hugging Face"
      })
  void unifiesSpellings(String stated, String canonical) {
    assertEquals(
        new ResolvedDeveloper(canonical, DeveloperOrigin.STATED_ALIAS),
        RESOLVER.resolve("some-model", stated));
    assertEquals(
        RESOLVER.primary(canonical), RESOLVER.primary(RESOLVER.resolve("x", stated).developer()));
  }

  @Test
  void statedWinsOverTheName() {
    assertEquals(
        new ResolvedDeveloper("Somebody New", DeveloperOrigin.STATED),
        RESOLVER.resolve("gpt-4-clone", "Somebody New"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Unknown", " ", "n/a", "N/A", "-", "?", "none", "NULL"})
  void placeholdersStateNothing(String stated) {
    assertEquals(
        new ResolvedDeveloper("OpenAI", DeveloperOrigin.GUESSED),
        RESOLVER.resolve("gpt-4", stated));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Google, Stanford | Google, Stanford University | google",
        "Deep Lab ; Meta AI | Deep Lab, Meta | other:deeplab",
        "OpenAI, Inc. | OpenAI | openai",
        "Meta AI,Facebook | Meta | meta",
        "University of California, Berkeley | UC Berkeley | uc_berkeley"
      })
  void keepsSeveralOrganisationsInOrder(String stated, String developer, String primaryId) {
    assertEquals(developer, RESOLVER.resolve("some-model", stated).developer());
    assertEquals(primaryId, RESOLVER.primary(developer).id());
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o, OpenAI",
    "o4-mini, OpenAI",
    "qwen2.5-72b, Alibaba",
    "marco-o1, Alibaba",
    "opt-66b, Meta",
    "phi-4, Microsoft",
    "yi-34b, 01.AI",
    "llama-3.1-nemotron-70b, NVIDIA",
    "llama-3.1-tulu-3-8b, Ai2",
    "dolphin-2.2-mistral-7b, Cognitive Computations",
    "deepseek-r1-distill-llama-8b, DeepSeek",
    "chatglm3-6b, Tsinghua University",
    "step-2-16k, StepFun"
  })
  void guessesFromWholeWords(String name, String developer) {
    assertEquals(
        new ResolvedDeveloper(developer, DeveloperOrigin.GUESSED), RESOLVER.resolve(name, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "optimus-7b",
        "yield-70b",
        "adoption-1",
        "two-step-solver",
        "sophia-2",
        "prot5x",
        "模型-7b",
        "bo1"
      })
  void partsOfWordsAreNoGuess(String name) {
    assertNull(RESOLVER.guess(name));
    assertEquals(
        new ResolvedDeveloper(DeveloperResolver.UNKNOWN, DeveloperOrigin.UNKNOWN),
        RESOLVER.resolve(name, null));
  }

  @Test
  void anOrganisationInFrontOfTheNameIsStated() {
    assertEquals(
        new ResolvedDeveloper("NVIDIA", DeveloperOrigin.STATED_ALIAS),
        RESOLVER.resolve("nvidia/Llama-9-7B", null));
    assertEquals(
        new ResolvedDeveloper("Meta", DeveloperOrigin.GUESSED),
        RESOLVER.resolve("somebody/Llama-9-7B", null));
  }

  @Test
  void longOrganisationsAreCutAndStayDistinct() {
    String head = "Institute ".repeat(50);
    String one = RESOLVER.resolve("m", head + "one").developer();
    String two = RESOLVER.resolve("m", head + "two").developer();
    assertTrue(one.length() <= DeveloperResolver.MAX_LENGTH, one);
    assertNotEquals(one, two);
  }
}
