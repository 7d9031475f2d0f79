package io.evalbeam.schemas.csv;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running text found in the wild. A cell that a spreadsheet would take for
 * a formula gets one apostrophe in front, which spreadsheets read as "this is text"; a guarded cell
 * is left alone, so guarding twice equals guarding once. Numbers stay numbers.
 */
public final class FormulaGuard {
  private static final String STARTS = "=+-@\t\r";
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?%?");

  private FormulaGuard() {}

  /** The cell, with an apostrophe in front when it would start a formula. */
  public static String guard(String cell) {
    return startsFormula(cell) ? "'" + cell : cell;
  }

  /** The text before {@link #guard}; any other cell as it stands. */
  public static String unguard(String cell) {
    return cell.startsWith("'") && startsFormula(cell.substring(1)) ? cell.substring(1) : cell;
  }

  /** A table whose header and cells are all guarded. */
  public static CsvTable guard(CsvTable table) {
    return new CsvTable(
        table.header().stream().map(FormulaGuard::guard).toList(),
        table.rows().stream().map(row -> row.stream().map(FormulaGuard::guard).toList()).toList());
  }

  private static boolean startsFormula(String cell) {
    return !cell.isEmpty()
        && STARTS.indexOf(cell.charAt(0)) >= 0
        && !NUMBER.matcher(cell).matches();
  }
}
