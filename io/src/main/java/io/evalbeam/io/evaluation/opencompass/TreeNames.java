package io.evalbeam.io.evaluation.opencompass;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What names in a result tree must look like. */
final class TreeNames {
  /** What the directory of a run starts with. */
  static final String RUN_PREFIX = "opencompass-";

  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
  private static final Pattern STAMP = Pattern.compile("\\d{8}_\\d{6}");
  private static final DateTimeFormatter STAMP_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'_'HHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private TreeNames() {}

  /** The canonical text of an evaluation's id, or empty when the name is no UUID. */
  static Optional<String> evaluationId(String name) {
    return UUID.matcher(name).matches()
        ? Optional.of(name.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  static boolean isRunId(String name) {
    return RUN_ID.matcher(name).matches();
  }

  /** Whether a name has the digits of a stamp, whatever date they make. */
  static boolean hasStampForm(String name) {
    return STAMP.matcher(name).matches();
  }

  /** Whether a name is a date and time of the calendar, such as {@code 20251016_235030}. */
  static boolean isStamp(String name) {
    if (!hasStampForm(name)) {
      return false;
    }
    try {
      LocalDateTime.parse(name, STAMP_TIME);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Whether a model's or data set's name, joined to a directory, stays inside of it. */
  static boolean isInside(String name) {
    return !name.isEmpty()
        && !name.startsWith("/")
        && name.chars().noneMatch(Character::isISOControl)
        && Arrays.stream(name.split("/", -1)).noneMatch(".."::equals);
  }

  /** Whether a text is a number in decimal digits. */
  static boolean isDecimal(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
