package io.evalbeam.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Acceptance data outside the repository, named by {@code -Devalbeam.shared=DIR}. Tests that need
 * it are skipped where it is not given.
 */
public final class SharedData {
  private SharedData() {}

  /** A file or folder below the shared directory; skips the calling test when it is not there. */
  public static Path path(String relative) {
    String root = System.getProperty("evalbeam.shared", "");
    assumeTrue(!root.isEmpty(), "evalbeam.shared is not set");
    Path path = Path.of(root).resolve(relative);
    assumeTrue(Files.exists(path), () -> path + " does not exist");
    return path;
  }
}
