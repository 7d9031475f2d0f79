package io.evalbeam.schemas.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd|'/C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "-", "=", "--5"})
  void whatASpreadsheetWouldRunGetsOneApostrophe(String cell) {
    String guarded = FormulaGuard.guard(cell);
    assertEquals("'" + cell, guarded);
    assertEquals(guarded, FormulaGuard.guard(guarded));
    assertEquals(cell, FormulaGuard.unguard(guarded));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "model", "-1.5", "+3e25", "-.5E-3", "-12%", "'quoted'", "a=b", "'"})
  void otherCellsAndNumbersStay(String cell) {
    assertEquals(cell, FormulaGuard.guard(cell));
    assertEquals(cell, FormulaGuard.unguard(cell));
  }

  @Test
  void headersAreGuardedToo() {
    CsvTable table = new CsvTable(List.of("=a", "b"), List.of(List.of("=1", "2")));
    assertEquals(
        new CsvTable(List.of("'=a", "b"), List.of(List.of("'=1", "2"))), FormulaGuard.guard(table));
  }
}
