package io.evalbeam.schemas.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class IdentityTablesTest {
  @Test
  void shippedTablesAreValid() {
    assertFalse(NameVocabulary.load().phrases().isEmpty());
    assertFalse(ModelAliases.load().aliases().isEmpty());
    assertFalse(DeveloperTable.load().developers().isEmpty());
  }

  @Test
  void developersReportAllProblemsAtOnce() {
    InvalidConfigurationException problem =
        assertThrows(
            InvalidConfigurationException.class,
            () ->
                DeveloperTable.parse(
                    "test",
                    """
                    version: 1
                    not_stated: []
                    developers:
                      - {id: one, name: Lab One, name_words: [zeta], source: "https://example.org"}
                      - {id: two, name: Lab Two, aliases: [LAB-ONE], base_words: [zeta], source: " "}
                      - {id: Three!, name: "?", source: "https://example.org"}
                    """));
    assertEquals(5, problem.problems().size(), problem::getMessage);
  }

  @Test
  void aliasesReportAllProblemsAtOnce() {
    InvalidConfigurationException problem =
        assertThrows(
            InvalidConfigurationException.class,
            () ->
                ModelAliases.parse(
                    "test",
                    """
                    version: 1
                    aliases:
                      - {alias: a_1, name: b_1, source: "https://example.org"}
                      - {alias: b_1, name: c_1, snapshot: May, source: "https://example.org"}
                      - {alias: b_1, name: d_1, source: ""}
                    """));
    assertEquals(4, problem.problems().size(), problem::getMessage);
  }

  @Test
  void vocabularyReportsAllProblemsAtOnce() {
    InvalidConfigurationException problem =
        assertThrows(
            InvalidConfigurationException.class,
            () ->
                NameVocabulary.parse(
                    "test",
                    """
                    version: 1
                    source: test
                    phrases:
                      - {attribute: tuning, value: chat, words: [chat, Chat!]}
                      - {attribute: tuning, value: talk, words: [chat]}
                    context_lengths:
                      - {word: 4k, tokens: 0}
                    version_words: [zeta]
                    split_families: [zeta]
                    glued_families: [zeta]
                    bare_families: []
                    numbered_families: []
                    prefixes: []
                    """));
    assertEquals(4, problem.problems().size(), problem::getMessage);
  }
}
