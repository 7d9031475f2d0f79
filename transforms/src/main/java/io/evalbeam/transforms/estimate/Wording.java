package io.evalbeam.transforms.estimate;

import java.util.Locale;

/** How numbers are written in reasoning sentences. */
final class Wording {
  private Wording() {}

  /** Three digits, {@code 3.24e+24} for large and small values, else plain. */
  static String number(double value) {
    if (value != 0 && (Math.abs(value) >= 1e6 || Math.abs(value) < 1e-3)) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    String plain = String.format(Locale.ROOT, "%.4f", value);
    return plain.replaceAll("\\.?0+$", "");
  }
}
