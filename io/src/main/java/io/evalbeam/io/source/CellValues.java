package io.evalbeam.io.source;

import io.evalbeam.io.cell.Dates;
import io.evalbeam.io.cell.NumberReading;
import io.evalbeam.io.cell.Numbers;
import io.evalbeam.io.cell.TrackerNumbers;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.BenchmarkScore;
import io.evalbeam.schemas.tracking.ModelAttribute;
import io.evalbeam.schemas.tracking.StatedFact;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns cells into scores and facts; what cannot be read becomes an issue and no value. */
final class CellValues {
  private static final Map<String, String> MEDALS = Map.of("🥇", "1", "🥈", "2", "🥉", "3");

  /** Relative distance from a whole number that is put down to binary rounding or averaging. */
  private static final double WHOLE_TOLERANCE = 1e-6;

  private final RowLedger ledger;

  CellValues(RowLedger ledger) {
    this.ledger = ledger;
  }

  /** The score of a cell, null when the cell is blank or not a score. */
  @Nullable BenchmarkScore score(String key, @Nullable String unit, String text, String location) {
    if (tooLong(text, location)) {
      return null;
    }
    if (ledger.description().reading() == ReadingStyle.TRACKER) {
      Double value = TrackerNumbers.parse(text);
      if (value == null && !Numbers.isMissing(text) && !text.equalsIgnoreCase("nan")) {
        ledger.rejectValue(IssueCode.NUMBER_INVALID, location, text, "A score was expected.");
      }
      return value == null ? null : new BenchmarkScore(key, value, unit);
    }
    NumberReading.Value value = number(text, location);
    if (value == null) {
      return null;
    }
    if (!value.percent()) {
      return new BenchmarkScore(key, value.value(), unit);
    }
    if (unit == null || unit.equals("percent")) {
      return new BenchmarkScore(key, value.value(), "percent");
    }
    if (unit.equals("fraction")) {
      return new BenchmarkScore(key, value.value() / 100, unit);
    }
    ledger.rejectValue(
        IssueCode.NUMBER_INVALID,
        location,
        text,
        "A percentage does not fit the unit " + unit + ".");
    return null;
  }

  /**
   * The fact of a cell, null when the cell is blank or not readable.
   *
   * @param scale multiplies numbers
   */
  @Nullable StatedFact fact(ModelAttribute attribute, String text, double scale, String location) {
    if (Numbers.isMissing(text) || tooLong(text, location)) {
      return null;
    }
    return switch (attribute.kind()) {
      case TEXT -> new StatedFact(attribute, plainText(attribute, text, location), null);
      case DATE -> date(attribute, text, location);
      case COUNT, NUMBER, FRACTION -> quantity(attribute, text, scale, location);
    };
  }

  /** A text cell, null when blank; formulas are kept and flagged. */
  @Nullable String text(String text, String location) {
    if (Numbers.isMissing(text) || tooLong(text, location)) {
      return null;
    }
    flagFormula(text, location);
    return text;
  }

  private String plainText(ModelAttribute attribute, String text, String location) {
    flagFormula(text, location);
    return attribute == ModelAttribute.RANK ? MEDALS.getOrDefault(text, text) : text;
  }

  private void flagFormula(String text, String location) {
    if (text.startsWith("=")) {
      ledger.warn(
          IssueCode.FORMAT_BROKEN,
          location,
          text,
          "The cell holds a spreadsheet formula instead of its value; it is kept as text.");
    }
  }

  private @Nullable StatedFact date(ModelAttribute attribute, String text, String location) {
    Optional<String> date = Dates.parse(text);
    if (date.isEmpty()) {
      ledger.rejectValue(
          IssueCode.DATE_INVALID,
          location,
          text,
          "YYYY, YYYY-MM, YYYY-MM-DD or M/D/YYYY expected.");
      return null;
    }
    return new StatedFact(attribute, date.get(), null);
  }

  private @Nullable StatedFact quantity(
      ModelAttribute attribute, String text, double scale, String location) {
    NumberReading.Value number = number(text, location);
    if (number == null) {
      return null;
    }
    boolean fraction = attribute.kind() == ModelAttribute.Kind.FRACTION;
    if (number.percent() && !fraction) {
      ledger.rejectValue(
          IssueCode.NUMBER_INVALID, location, text, "A percentage cannot be a number here.");
      return null;
    }
    double value = number.value() * scale;
    if (fraction && (number.percent() || value > 1)) {
      value /= 100;
    }
    if (attribute.kind() == ModelAttribute.Kind.COUNT && isNearlyWhole(value)) {
      value = Math.rint(value);
    }
    String fault = fault(attribute, value);
    if (fault != null) {
      ledger.rejectValue(IssueCode.NUMBER_OUT_OF_RANGE, location, text, fault);
      return null;
    }
    return new StatedFact(attribute, text, value);
  }

  private static @Nullable String fault(ModelAttribute attribute, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      return String.format(
          Locale.ROOT, "%s must be greater than zero and finite.", attribute.key());
    }
    return switch (attribute.kind()) {
      case TEXT, DATE, NUMBER -> null;
      case COUNT -> value == Math.rint(value) ? null : attribute.key() + " must be a whole number.";
      case FRACTION -> value <= 1 ? null : attribute.key() + " must be at most 1 or 100 %.";
    };
  }

  private static boolean isNearlyWhole(double value) {
    return Math.abs(value - Math.rint(value)) <= WHOLE_TOLERANCE * Math.abs(value);
  }

  private NumberReading.@Nullable Value number(String text, String location) {
    NumberReading reading = Numbers.parse(text);
    if (reading instanceof NumberReading.Value value) {
      return value;
    }
    if (reading instanceof NumberReading.Invalid invalid) {
      ledger.rejectValue(invalid.code(), location, text, invalid.reason());
    }
    return null;
  }

  private boolean tooLong(String text, String location) {
    int limit = ledger.limits().cellCharacters();
    if (text.length() <= limit) {
      return false;
    }
    ledger.rejectValue(
        IssueCode.LIMIT_EXCEEDED, location, text, "A cell may hold " + limit + " characters.");
    return true;
  }
}
