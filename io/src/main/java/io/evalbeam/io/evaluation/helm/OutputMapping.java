package io.evalbeam.io.evaluation.helm;

import io.evalbeam.io.evaluation.json.Unicode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Finds the reference that an answer of joint multiple choice stands for. */
final class OutputMapping {
  private final @Nullable Pattern pattern;
  private final boolean usable;

  private OutputMapping(@Nullable Pattern pattern, boolean usable) {
    this.pattern = pattern;
    this.usable = usable;
  }

  /**
   * The mapping of a run.
   *
   * @param pattern Python pattern that finds the letter; null if the whole answer is the letter
   */
  static OutputMapping of(@Nullable String pattern, Findings findings) {
    if (pattern == null) {
      return new OutputMapping(null, true);
    }
    try {
      return new OutputMapping(Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS), true);
    } catch (PatternSyntaxException e) {
      findings.note(
          Finding.BAD_PATTERN, HelmFile.RUN_SPEC, "/adapter_spec/output_mapping_pattern", pattern);
      return new OutputMapping(null, false);
    }
  }

  /**
   * Text of the reference, null when the answer is none of the letters.
   *
   * @param letters texts of references by letter
   * @param answer raw answer
   */
  @Nullable String map(Map<String, String> letters, String answer) {
    if (!usable || letters.isEmpty()) {
      return null;
    }
    String letter = find(Unicode.strip(answer));
    return letter == null ? null : letters.get(Unicode.strip(letter));
  }

  /** The first group of the first match, or the match; null without one. */
  private @Nullable String find(String answer) {
    if (pattern == null) {
      return answer;
    }
    Matcher matcher = pattern.matcher(answer);
    if (!matcher.find()) {
      return null;
    }
    return matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
  }
}
