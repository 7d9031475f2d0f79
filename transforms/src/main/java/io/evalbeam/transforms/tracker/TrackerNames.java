package io.evalbeam.transforms.tracker;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names under the {@code tracker} policy. The rules merge distinct releases and are not idempotent:
 * apply {@link #normalize} exactly once, to the raw name.
 */
public final class TrackerNames {
  private static final Map<String, String> WHOLE_NAMES =
      Map.of("chatgpt-4o-latest", "gpt_4o", "gpt-4.1", "gpt_4.1", "gpt-4.1-2025-04-14", "gpt_4.1");
  private static final Set<String> FAMILIES =
      Set.of("gpt", "claude", "llama", "gemini", "mistral", "deepseek");
  private static final Set<String> VERSIONED_FAMILIES =
      Set.of("deepseek", "qwen", "qwen2", "qwen3", "gpt", "claude", "gemini", "grok", "llama");

  private record Step(Pattern pattern, String replacement) {
    static Step delete(String regex) {
      return new Step(PythonText.pattern(regex), "");
    }

    static Step replace(String regex, String replacement) {
      return new Step(PythonText.pattern(regex), replacement);
    }

    String apply(String text) {
      return pattern.matcher(text).replaceAll(replacement);
    }
  }

  private static final List<Step> BEFORE_VERSION =
      List.of(
          Step.delete("\\([^)]*\\)"),
          Step.replace("[-\\s\\x1c-\\x1f]+", "_"),
          // A version must not be taken for a date.
          Step.replace("(deepseek)_v(\\d+(?:\\.\\d+)?)_\\d{4}", "$1_v$2"),
          Step.replace("(qwen\\d*)_v(\\d+(?:\\.\\d+)?)_\\d+", "$1_v$2"),
          Step.replace("(gpt)_(\\d+(?:\\.\\d+)?)_\\d{4}_\\d{2}_\\d{2}", "$1_$2"),
          // Dates.
          Step.delete("_\\d{4}_\\d{2}_\\d{2}"),
          Step.delete("_\\d{8}"),
          Step.delete("_\\d{4}$"),
          Step.delete("_\\d{4}_\\d{2}$"),
          Step.delete("_\\d{6}$"),
          Step.delete("_0[1-9]\\d{2}"),
          Step.delete("_1[0-2]\\d{2}"),
          // Release stages and tuning.
          Step.delete("_\\d+k_exp$"),
          Step.delete("_exp_\\d{2}_\\d{2}$"),
          Step.delete("_preview_\\d{2}_\\d{2}$"),
          Step.delete("_exp$"),
          Step.delete("_chat$"),
          Step.delete("_instruct$"),
          Step.delete("_base$"),
          Step.delete("_it$"),
          Step.delete("_\\d+\\.\\d+$"));
  private static final Step VERSION = Step.delete("_v\\d+\\.?\\d*$");
  private static final List<Step> COLLAPSE =
      List.of(Step.replace("_+", "_"), Step.delete("^_+|_+\\z"));
  private static final List<Step> VARIANTS =
      List.of(
          Step.delete("_a\\d+b$"),
          Step.delete("_no_thinking$"),
          Step.delete("_thinking$"),
          Step.delete("_high$"),
          Step.delete("_mini_high$"),
          Step.delete("_beta$"),
          Step.delete("_latest$"));
  private static final List<Step> ALPHABET = List.of(Step.replace("[^a-z0-9._]", "_"));

  private TrackerNames() {}

  /** The key under which rows of different sources meet; may be empty. */
  public static String normalize(String rawName) {
    String name = PythonText.strip(PythonText.lower(rawName));
    String whole = WHOLE_NAMES.get(name);
    if (whole != null) {
      return whole;
    }
    name = applyAll(BEFORE_VERSION, name);
    if (!VERSIONED_FAMILIES.contains(name.split("_", 2)[0])) {
      name = VERSION.apply(name);
    }
    name = applyAll(COLLAPSE, name);
    name = applyAll(VARIANTS, name);
    name = applyAll(COLLAPSE, name);
    name = applyAll(ALPHABET, name);
    return applyAll(COLLAPSE, name);
  }

  /** Whether a normalised name is empty or no more than a family: such rows are left out. */
  public static boolean isExcluded(String name) {
    return name.isEmpty() || FAMILIES.contains(name);
  }

  private static String applyAll(List<Step> steps, String text) {
    String result = text;
    for (Step step : steps) {
      result = step.apply(result);
    }
    return result;
  }
}
