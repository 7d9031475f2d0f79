package io.evalbeam.transforms.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.DeveloperOrigin;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.schemas.tracking.SourceRow;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerNamesTest {

  @ParameterizedTest
  @CsvSource({
    "Owl (high), owl",
    "Owl-7B-20250102, owl_7b",
    "owl-2025-01-02, owl",
    "owl-0102-x, owl_x",
    "owl-1103, owl",
    "owl-16k-exp, owl",
    "owl-preview-01-02, owl",
    "owl-chat-latest, owl_chat",
    "owl-v2, owl",
    "grok-v2, grok_v2",
    "qwen2-v1.5-72, qwen2_v1.5",
    "deepseek-v9-0102, deepseek_v9",
    "gpt-9.5-2025-01-02, gpt",
    "owl-30b-a3b, owl_30b",
    "owl-no-thinking, owl",
    "owl__+__x, owl_x",
    "GPT-4.1, gpt_4.1",
    "ChatGPT-4o-Latest, gpt_4o"
  })
  void normalizes(String raw, String expected) {
    assertEquals(expected, TrackerNames.normalize(raw));
  }

  @Test
  void readsSpacesAndDigitsOfAllScripts() {
    assertEquals("owl_x", TrackerNames.normalize("\u2003Owl\u001f\u00a0x\u3000"));
    assertEquals("gpt_4.1", TrackerNames.normalize("\u2003GPT-4.1\u3000"));
    // Arabic-Indic digits are a version like any other.
    assertEquals("owl", TrackerNames.normalize("owl-v٢"));
    assertEquals("", TrackerNames.normalize("猫头鹰"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gpt", "claude", "llama", "gemini", "mistral", "deepseek"})
  void leavesOutBareFamilies(String name) {
    assertTrue(TrackerNames.isExcluded(name));
    assertFalse(TrackerNames.isExcluded(name + "_x"));
  }

  @ParameterizedTest
  @CsvSource({
    "' Grok-Owl ', xAI",
    "Owl-7B, Unknown",
    "gemini-gpt, OpenAI", // order of the rules, not of the name
    "yippee, 01 AI"
  })
  void guessesDevelopers(String raw, String expected) {
    assertEquals(expected, TrackerDevelopers.detect(raw));
  }

  private static ParsedRow parsed(String rawName, @Nullable String developer) {
    return new ParsedRow("zoo", 4, rawName, developer, List.of(), List.of(), "zoo", null);
  }

  @Test
  void usesTheDeveloperColumnWhereItCounts() {
    SourceRow stated = TrackerRows.name(parsed("Grok-Owl", "Aviary"), true, "collect").row();
    assertEquals("Aviary", stated == null ? null : stated.developer());
    assertEquals(DeveloperOrigin.STATED, stated == null ? null : stated.developerOrigin());

    SourceRow guessed = TrackerRows.name(parsed("Grok-Owl", "Aviary"), false, "collect").row();
    assertEquals("xAI", guessed == null ? null : guessed.developer());
    assertEquals("Aviary", guessed == null ? null : guessed.developerStated());
    assertEquals(DeveloperOrigin.GUESSED, guessed == null ? null : guessed.developerOrigin());

    SourceRow unknown = TrackerRows.name(parsed("Owl", null), true, "collect").row();
    assertEquals("Unknown", unknown == null ? null : unknown.developer());
    assertEquals(DeveloperOrigin.UNKNOWN, unknown == null ? null : unknown.developerOrigin());
  }

  @Test
  void reportsRowsItLeavesOut() {
    TrackerRows.Named named = TrackerRows.name(parsed("Gemini-2.0", null), true, "collect");
    assertNull(named.row());
    assertEquals(IssueCode.ROW_FILTERED, named.issues().get(0).code());
    assertEquals("row 4", named.issues().get(0).location());
  }
}
