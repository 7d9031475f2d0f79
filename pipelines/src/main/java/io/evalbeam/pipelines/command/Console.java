package io.evalbeam.pipelines.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** Where a command talks to its user. Results go to {@code out}, everything else to {@code err}. */
public final class Console {
  private final PrintStream out;
  private final PrintStream err;
  private final BufferedReader in;
  private final boolean interactive;

  /**
   * A console over streams.
   *
   * @param interactive whether a person sits at the other end
   */
  public Console(PrintStream out, PrintStream err, BufferedReader in, boolean interactive) {
    this.out = out;
    this.err = err;
    this.in = in;
    this.interactive = interactive;
  }

  /** Whether a person can answer questions and see a progress line move. */
  public boolean isInteractive() {
    return interactive;
  }

  public void line(String text) {
    out.println(text);
  }

  public void error(String text) {
    err.println(text);
  }

  /** Replaces the current line of the terminal; for progress, on interactive consoles only. */
  public void overwrite(String text) {
    err.print("\r\u001b[2K" + text);
    err.flush();
  }

  /** Asks and waits for a line; empty at the end of input. */
  public Optional<String> ask(String question) throws IOException {
    out.print(question);
    out.flush();
    return Optional.ofNullable(in.readLine());
  }
}
