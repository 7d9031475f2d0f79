package io.evalbeam.io.evaluation.helm.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1.13.0 | v1.13.0",
        "gsm:model=openai_gpt2 | gsm%3Amodel%3Dopenai_gpt2",
        "mmlu:subject=law,model=a/b | mmlu%3Asubject%3Dlaw%2Cmodel%3Da%2Fb",
        "../x | %2E.%2Fx",
        ".. | %2E.",
        "100% of it | 100%25%20of%20it",
        "日本 | %E6%97%A5%E6%9C%AC",
      })
  void namesBecomeOneComponentAndComeBack(String name, String component) {
    assertEquals(component, PathName.encode(name));
    assertEquals(name, PathName.decode(component));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "a%2", "%zz", "%2x"})
  void whatWasNeverEncodedIsNotDecoded(String component) {
    assertThrows(IllegalArgumentException.class, () -> PathName.decode(component));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "../x", "a/b", "a\\b", "a\u0000b", "a\nb", "\ud800"})
  void namesThatTryToBePathsAreNoNames(String name) {
    assertFalse(PathName.isName(name));
  }

  @Test
  void whatHelmWritesIsAName() {
    assertTrue(PathName.isName("wmt_14:language_pair=de-en,model=acme_alpha-1b"));
    assertTrue(PathName.isName("v0.2.4 (beta)"));
  }
}
