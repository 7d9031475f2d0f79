package io.evalbeam.io.source;

import org.jspecify.annotations.Nullable;

/**
 * One cell of a table.
 *
 * @param text trimmed
 * @param link address of its first link, null if it has none
 */
record Cell(String text, @Nullable String link) {
  static final Cell BLANK = new Cell("", null);

  static Cell of(String text) {
    return new Cell(text.strip(), null);
  }

  boolean isBlank() {
    return text.isEmpty() && link == null;
  }
}
