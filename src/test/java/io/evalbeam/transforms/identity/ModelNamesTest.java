package io.evalbeam.transforms.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.reference.DeveloperTable;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.reference.ModelAliases;
import io.evalbeam.schemas.reference.NameVocabulary;
import io.evalbeam.schemas.tracking.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelNamesTest {
  private static final ModelNames NAMES = ModelNames.standard();

  @ParameterizedTest
  @CsvSource({
    "GLM-4.5, glm_4.5",
    "claude-2.1, claude_2.1",
    "claude-2-1, claude_2.1",
    "gpt-4.1, gpt_4.1",
    "claude_3.5_sonnet, claude_3.5_sonnet",
    "claude-3-5-sonnet, claude_3.5_sonnet",
    "claude-opus-4-1-20250805, claude_opus_4.1",
    "qwen2-5-7b, qwen2.5_7b",
    "Qwen 2.5 7B, qwen2.5_7b",
    "Llama3-8B, llama_3_8b",
    "llama-3-8b, llama_3_8b",
    "gpt-4-0613, gpt_4",
    "mixtral-8x7b, mixtral_8x7b",
    "qwen3-235b-a22b, qwen3_235b_a22b",
    "llama-4-scout-17b-16e, llama_4_scout_17b_16e",
    "tiny-0.5b, tiny_0.5b",
    "pile-350m, pile_350m",
    "o3-mini-high, o3_mini",
    "GPT-5(high), gpt_5",
    "chatgpt-4o-latest, chatgpt_4o",
    "mistral-medium, mistral_medium",
    "Command R+, command_r_plus",
    "Meta-Llama-3.1-8B, llama_3.1_8b",
    "meta-llama/Llama-3.1-8B, llama_3.1_8b",
    "somebody/Llama-3.1-8B, somebody_llama_3.1_8b",
    "bert-base, bert_base",
    "ResNet-1001, resnet_1001",
    "gpt4all-13b, gpt4all_13b",
    "imagenet-21k, imagenet_21k"
  })
  void writesTheBaseModelInOneWay(String raw, String name) {
    assertEquals(name, NAMES.normalize(raw).name());
  }

  @ParameterizedTest
  @CsvSource({
    "grok-4-0709, --07-09",
    "gpt-4-turbo-1106-preview, --11-06",
    "gpt-4o-2024-11-20, 2024-11-20",
    "claude-opus-4-20250514, 2025-05-14",
    "mistral-large-2402, 2024-02",
    "gemini-2.5-pro-exp-1206, --12-06",
    "gemini-2.5-pro-preview-05-06, --05-06",
    "gemini-2.5-pro (2025-03-26), 2025-03-26",
    "command-r-08-2024, 2024-08",
    "step-2-exp-202412, 2024-12",
    "deepseek-v2-240628, 2024-06-28",
    "phi-3-mini-june-2024, 2024-06",
    "gemini-1.5-pro-002, 2024-09-24"
  })
  void keepsReleaseDatesAsSnapshot(String raw, String snapshot) {
    assertEquals(snapshot, NAMES.normalize(raw).variant().snapshot());
  }

  @Test
  void datedReleasesShareTheBaseName() {
    NamedModel march = NAMES.normalize("deepseek-v3-0324");
    NamedModel undated = NAMES.normalize("DeepSeek-V3");
    assertEquals(undated.name(), march.name());
    assertNotEquals(undated.variant(), march.variant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model-7b-1350",
        "model-7b-0230",
        "model-7b-2413",
        "model-7b-20251340",
        "m-7b-2024"
      })
  void impossibleDatesStayInTheName(String raw) {
    NamedModel model = NAMES.normalize(raw);
    assertEquals(raw.replace('-', '_'), model.name());
    assertEquals(Variant.BASE, model.variant());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // raw, tuning, mode, effort, quantization, contextLength, stage
        "llama-3-8b-instruct, instruct, -, -, -, -, -",
        "gemma-3-27b-it, instruct, -, -, -, -, -",
        "yi-1.5-34b-chat, chat, -, -, -, -, -",
        "qwen2.5-7b-base, base, -, -, -, -, -",
        "tulu-2-dpo-70b, dpo, -, -, -, -, -",
        "model-7b-sft, sft, -, -, -, -, -",
        "model-7b-rlhf, rlhf, -, -, -, -, -",
        "qwen3-32b-no-thinking, -, no_thinking, -, -, -, -",
        "doubao-seed-1.6-thinking, -, thinking, -, -, -, -",
        "claude-opus-4-reasoning, -, thinking, -, -, -, -",
        "claude-opus-4-thinking-16k, -, thinking, 16k, -, -, -",
        "o4-mini (medium), -, -, medium, -, -, -",
        "grok-3-mini-high, -, -, high, -, -, -",
        "llama-3-8b-fp8, -, -, -, fp8, -, -",
        "llama-3-8b-bf16, -, -, -, bf16, -, -",
        "qwen2-7b-gptq-int4, -, -, -, gptq_int4, -, -",
        "qwen2-7b-AWQ, -, -, -, awq, -, -",
        "llama-3-8b.Q4_K_M.gguf, -, -, -, q4_k_m_gguf, -, -",
        "llama-3-8b-bnb-nf4, -, -, -, bnb_nf4, -, -",
        "phi-3-mini-128k, -, -, -, -, 131072, -",
        "step-2-16k, -, -, -, -, 16384, -",
        "qwen2.5-7b-1m, -, -, -, -, 1048576, -",
        "grok-3-preview, -, -, -, -, -, preview",
        "gemini-2.0-flash-exp, -, -, -, -, -, exp",
        "grok-3-experimental, -, -, -, -, -, exp",
        "grok-3-beta, -, -, -, -, -, beta",
        "zephyr-7b-alpha, -, -, -, -, -, alpha",
        "chatgpt-4o-latest, -, -, -, -, -, latest"
      })
  void recognisesVariants(
      String raw,
      String tuning,
      String mode,
      String effort,
      String quantization,
      Long contextLength,
      String stage) {
    assertEquals(
        new Variant(null, tuning, mode, effort, quantization, contextLength, stage),
        NAMES.normalize(raw).variant());
  }

  @ParameterizedTest
  @CsvSource({
    "gemini-exp-1206, gemini_exp_1206",
    "deepseek-chat, deepseek_chat",
    "qwen-instruct-fp8, qwen_instruct_fp8",
    "preview, preview",
    "2024-05-13, 2024_05_13",
    "tinystories-1m, tinystories_1m",
    "PanGu-Alpha, pangu_alpha",
    "Some Reasoning Model, some_reasoning_model"
  })
  void neverDeletesAModel(String raw, String name) {
    assertEquals(name, NAMES.normalize(raw).name());
  }

  @ParameterizedTest
  @CsvSource({
    "通用模型-70B, 通用模型_70b",
    "ＧＰＴ－４ｏ, gpt_4o",
    "النموذج-7b, النموذج_7b",
    "МОДЕЛЬ-2, модель_2",
    "हिन्दी-7b, हिन्दी_7b",
    "🚀, u1f680",
    "🚀 grok-3 🚀, grok_3"
  })
  void keepsEveryScript(String raw, String name) {
    assertEquals(name, NAMES.normalize(raw).name());
  }

  @Test
  void longNamesAreCutAndStayDistinct() {
    String head = "model-" + "x".repeat(ModelNames.MAX_LENGTH);
    String one = NAMES.normalize(head + "-one").name();
    String two = NAMES.normalize(head + "-two").name();
    assertNotEquals(one, two);
    assertTrue(one.length() <= ModelNames.MAX_LENGTH, one);
    assertEquals(one, NAMES.normalize(one).name());
    assertTrue(ModelNames.isTooLong(head));
    assertFalse(ModelNames.isTooLong(one));
  }

  @Test
  void isIdempotentForEveryCodePoint() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (Character.isDefined(c) && Character.getType(c) != Character.PRIVATE_USE) {
        assertIdempotent("a" + Character.toString(c) + "3");
      }
    }
  }

  @Test
  void isIdempotentForRandomNames() {
    List<String> pieces =
        List.of(
            "gpt",
            "claude",
            "llama",
            "qwen",
            "gemini",
            "meta",
            "o3",
            "mistral",
            "internlm",
            "v",
            "3",
            "5",
            "2.5",
            "7b",
            "8x7b",
            "a22b",
            "0613",
            "2402",
            "20250514",
            "2024",
            "05",
            "06",
            "june",
            "chat",
            "instruct",
            "it",
            "base",
            "thinking",
            "no",
            "16k",
            "1m",
            "fp8",
            "q4",
            "k",
            "m",
            "high",
            "medium",
            "preview",
            "exp",
            "latest",
            "hf",
            "sonnet",
            "001",
            "+",
            "(",
            ")",
            "/",
            ".",
            "模型",
            "É",
            "İ",
            "ﬁ",
            "\u0301",
            "\u200d",
            "🚀",
            "\ud800",
            "٣");
    List<String> joints = List.of("-", "_", " ", "", ".", "--");
    Random random = new Random(20240229);
    for (int i = 0; i < 100_000; i++) {
      StringBuilder name = new StringBuilder();
      int parts = 1 + random.nextInt(9);
      for (int j = 0; j < parts; j++) {
        name.append(pieces.get(random.nextInt(pieces.size())));
        name.append(joints.get(random.nextInt(joints.size())));
      }
      assertIdempotent(name.toString());
    }
  }

  @Test
  void isIdempotentForRandomText() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      int[] points = random.ints(random.nextInt(400), 1, Character.MAX_CODE_POINT + 1).toArray();
      assertIdempotent(new String(points, 0, points.length));
    }
  }

  @Test
  void doesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertEquals("gemini_2.5_mini", NAMES.normalize("GEMINI-2.5-MINI").name());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aliasesMustBeNormalised() {
    ModelAliases aliases =
        ModelAliases.parse(
            "test",
            """
            version: 1
            aliases:
              - {alias: Model-One, name: model_1, source: "https://example.org"}
              - {alias: model_two, name: model_2_chat, source: "https://example.org"}
            """);
    InvalidConfigurationException problem =
        assertThrows(
            InvalidConfigurationException.class,
            () -> new ModelNames(NameVocabulary.load(), aliases, DeveloperTable.load()));
    assertEquals(2, problem.problems().size(), problem::getMessage);
  }

  private static void assertIdempotent(String raw) {
    String once = NAMES.normalize(raw).name();
    String twice = NAMES.normalize(once).name();
    if (!once.equals(twice)) {
      assertEquals(once, twice, () -> "normalising again changed the name of " + raw);
    }
    if (once.isEmpty() || once.length() > ModelNames.MAX_LENGTH) {
      assertTrue(
          raw.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)),
          () -> "the name of '" + raw + "' was lost or is too long");
    }
  }
}
