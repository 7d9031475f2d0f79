package io.evalbeam.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.pipelines.command.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * One run of the demo, which all tests of a process share and none may change.
 *
 * @param output directory with everything it wrote
 * @param printed what it printed
 */
public record DemoRun(Path output, String printed) {

  /** The run; the first caller waits for it. */
  public static DemoRun shared() {
    return Holder.RUN;
  }

  private static DemoRun run() {
    Path output = Path.of("target", "demo-output").toAbsolutePath();
    try {
      BeamFiles.deleteTree(output.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    CommandRun run = CommandRun.of("demo", "--output=" + output, "--asOf=2026-01-01");
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    return new DemoRun(output, run.output());
  }

  private static final class Holder {
    static final DemoRun RUN = run();
  }
}
