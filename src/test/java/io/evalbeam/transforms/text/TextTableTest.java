package io.evalbeam.transforms.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void textIsAlignedLeftAndNumbersRight() {
    String table = TextTable.of("name").number("n").row("a", 5).row("模型é", 1200).render();
    assertEquals("name     n\n----  ----\na        5\n模型é   1200\n", table);
  }

  @Test
  void wideColumnsAreCutToTheWidth() {
    String table = TextTable.of("a", "b").row("0123456789", "xyz").render(12);
    assertTrue(table.lines().allMatch(line -> line.length() <= 12), table);
    assertTrue(table.contains("012345…  xyz"), table);
  }

  @Test
  void numbersGiveWayLast() {
    String table = TextTable.of("a").number("n").row("0123456789012", "1.00e+25000").render(20);
    assertTrue(table.contains("0123456…  1.00e+250…"), table);
    assertTrue(
        TextTable.of("a")
            .number("n")
            .row("0123456789012", "1.00e+25")
            .render(18)
            .contains("1.00e+25"));
  }

  @Test
  void columnsNeverVanish() {
    String table = TextTable.of("a", "b").row("0123456789", "0123456789").render(1);
    assertTrue(table.contains("012…  012…"), table);
  }

  @Test
  void controlCharactersBecomeSpaces() {
    assertTrue(TextTable.of("a").row("x\u001b[31my\nz").render().contains("x [31my z"));
  }

  @Test
  void aRowMustFitTheHeader() {
    assertThrows(IllegalArgumentException.class, () -> TextTable.of("a", "b").row("x"));
  }
}
