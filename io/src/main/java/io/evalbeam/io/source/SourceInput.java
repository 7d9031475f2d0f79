package io.evalbeam.io.source;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * One file or page of a source, ready to be opened.
 *
 * @param name for people: file name or URL without secrets
 * @param observedAt when a page was fetched, ISO date-time with Z; null for files
 * @param opener opens the bytes
 */
public record SourceInput(String name, @Nullable String observedAt, Opener opener) {

  /** Opens bytes. */
  @FunctionalInterface
  public interface Opener {
    /** A fresh stream from the beginning. */
    InputStream open() throws IOException;
  }
}
