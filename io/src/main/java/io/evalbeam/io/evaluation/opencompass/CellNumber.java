package io.evalbeam.io.evaluation.opencompass;

import io.evalbeam.schemas.evaluation.ReportedStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in the cells of a summary, as Python prints them. */
final class CellNumber {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Set<String> NON_FINITE = Set.of("nan", "inf", "-inf");
  private static final int DECIMALS = 2;
  private static final int MAX_DECIMALS = 20;

  private CellNumber() {}

  /** What a cell is; null stands for one that is not there. */
  static ReportedStatus status(@Nullable String cell) {
    if (cell == null) {
      return ReportedStatus.SHORT_ROW;
    }
    if (cell.isEmpty()) {
      return ReportedStatus.EMPTY;
    }
    if (cell.equals("-")) {
      return ReportedStatus.MISSING;
    }
    if (NON_FINITE.contains(cell)) {
      return ReportedStatus.NON_FINITE;
    }
    if (!NUMBER.matcher(cell).matches()) {
      return ReportedStatus.NON_NUMERIC;
    }
    return Double.isFinite(Double.parseDouble(cell))
        ? ReportedStatus.OK
        : ReportedStatus.NON_FINITE;
  }

  /** The number, null when the text is no finite number. */
  static @Nullable Double parse(String cell) {
    return status(cell) == ReportedStatus.OK ? Double.valueOf(cell) : null;
  }

  /**
   * Whether a figure at full precision is what a cell shows. Cells have two decimals, rounded half
   * to even from the exact binary value, as Python does; a few tools write more.
   */
  static boolean shows(String cell, double figure) {
    if (!Double.isFinite(figure)) {
      return false;
    }
    int point = cell.indexOf('.');
    int written = point < 0 || cell.length() - point > MAX_DECIMALS ? 0 : cell.length() - point - 1;
    BigDecimal rounded =
        new BigDecimal(figure).setScale(Math.max(DECIMALS, written), RoundingMode.HALF_EVEN);
    return rounded.doubleValue() == Double.parseDouble(cell);
  }
}
