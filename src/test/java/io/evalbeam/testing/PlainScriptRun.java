package io.evalbeam.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A script of the repository, run to its end.
 *
 * @param status exit status
 * @param printed everything it printed
 */
public record PlainScriptRun(int status, String printed) {
  private static final Path ROOT = Path.of(System.getProperty("evalbeam.root", "../.."));
  private static final long PATIENCE_SECONDS = 240;

  /**
   * Runs a script.
   *
   * @param environment variables beside those of this process
   * @param command path below the repository's root, and arguments
   */
  public static PlainScriptRun of(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    // A file, not a pipe: processes that the script leaves behind would hold a pipe open.
    File log = File.createTempFile("script", ".log");
    try {
      Process process = started(environment, log, command);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError(
            List.of(command) + " did not end:\n" + Files.readString(log.toPath()));
      }
      return new PlainScriptRun(process.exitValue(), Files.readString(log.toPath()));
    } finally {
      Files.delete(log.toPath());
    }
  }

  /** Starts a script that prints to a file. */
  public static Process started(Map<String, String> environment, File log, String... command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(log).start();
  }

  /** A file or folder of the repository. */
  public static Path inRepository(String path) {
    return ROOT.resolve(path).toAbsolutePath().normalize();
  }
}
