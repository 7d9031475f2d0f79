package io.evalbeam.testing;

import io.evalbeam.pipelines.cli.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command line run in a virtual machine of its own, which can be limited and killed. */
public final class ChildProcess {
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a command.
   *
   * @param log file for everything it prints
   * @param virtualMachine options of the virtual machine
   */
  public static ChildProcess start(Path log, List<String> virtualMachine, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(virtualMachine);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    File file = log.toFile();
    return new ChildProcess(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(file).start(), log);
  }

  /** Waits for the end and returns the exit status. */
  public int await() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      kill();
      throw new AssertionError("the command did not end in " + PATIENCE_SECONDS + " s");
    }
    return process.exitValue();
  }

  /** Waits a while; whether the process ended by itself. */
  public boolean endsWithin(long milliseconds) throws InterruptedException {
    return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
  }

  /** Ends the process at once, as a power cut would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** What it printed so far. */
  public String printed() throws IOException {
    return Files.readString(log);
  }
}
