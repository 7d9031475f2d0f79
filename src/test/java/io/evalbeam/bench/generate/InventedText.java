package io.evalbeam.bench.generate;

import java.util.Locale;

/** Sentences of invented words about nothing, which compress about as well as plain text. */
public final class InventedText {
  private static final String[] FIRST = {
    "bar", "cel", "dor", "fen", "gal", "har", "jun", "kel", "lor", "mir", "nov", "pel", "quin",
    "ros", "sil", "tor"
  };
  private static final String[] SECOND = {
    "a", "dan", "el", "ic", "ine", "is", "mer", "on", "or", "ous", "ra", "ta", "tis", "um", "ver",
    "yl"
  };

  private final Draws draws;

  /** Texts of a seed. */
  public InventedText(Draws draws) {
    this.draws = draws;
  }

  /** A sentence that is different for every pair of numbers, begun with a capital. */
  public String sentence(int words, long first, long second, char end) {
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < words; word++) {
      long bits = draws.bits(Draws.Kind.TEXT, first * 1_000 + word, second);
      if (word > 0) {
        text.append(' ');
      }
      text.append(FIRST[(int) (bits & 15)]).append(SECOND[(int) ((bits >>> 4) & 15)]);
      if ((bits & 0x700) == 0) {
        text.append(',');
      }
    }
    text.append(' ').append(Long.toString(bits(first, second), 36)).append(end);
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private long bits(long first, long second) {
    return draws.bits(Draws.Kind.TEXT, first * 1_000 + 999, second) >>> 34;
  }
}
