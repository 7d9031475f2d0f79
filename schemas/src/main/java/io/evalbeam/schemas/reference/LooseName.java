package io.evalbeam.schemas.reference;

import java.util.Locale;

/** Model names compared by their letters and digits alone. */
public final class LooseName {
  private LooseName() {}

  /** Lower-case letters and digits of the name, of any script; empty when it has none. */
  public static String of(String name) {
    StringBuilder loose = new StringBuilder(name.length());
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(LooseName::isLetterOrNumber)
        .forEach(loose::appendCodePoint);
    return loose.toString();
  }

  private static boolean isLetterOrNumber(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetter(codePoint);
    };
  }
}
