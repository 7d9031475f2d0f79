package io.evalbeam.schemas.reference;

import java.util.Locale;

/** Model names compared by their letters and digits alone. */
public final class LooseName {
  private LooseName() {}

  /** Lower-case letters and digits of the name, of any script; empty when it has none. */
  public static String of(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
