package io.evalbeam.io.evaluation.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class UnicodeTest {
  @Test
  void soundTextStaysTheSameObject() {
    String text = "gull \uD83D\uDC26 é";
    assertSame(text, Unicode.repair(text));
  }

  @Test
  void unpairedSurrogatesAndNulAreReplaced() {
    assertEquals("a\uFFFDb\uFFFDc\uFFFD", Unicode.repair("a\uD83Db\uDC26c\u0000"));
    assertEquals("\uD83D\uDC26\uFFFD", Unicode.repair("\uD83D\uDC26\uD83D"));
  }

  @Test
  void blanksArePythons() {
    assertEquals("A", Unicode.strip("\u00A0\u0085 \tA\u2003\n\u001C"));
    assertEquals("", Unicode.strip(" \u3000"));
    assertEquals("\u200BA", Unicode.strip("\u200BA"));
  }
}
