package io.evalbeam.pipelines.cli;

import java.lang.reflect.InvocationTargetException;

/** Tells whether a person sits at standard input and output. */
final class Terminals {
  private static final int CONSOLE_ALWAYS_PRESENT_SINCE = 22;

  private Terminals() {}

  @SuppressWarnings("SystemConsoleNull") // later versions are asked by isTerminal below
  static boolean isInteractive() {
    java.io.Console console = System.console();
    if (console == null || Runtime.version().feature() < CONSOLE_ALWAYS_PRESENT_SINCE) {
      return console != null;
    }
    try {
      // Java 22 added the method; this code is compiled for 17.
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError("Console.isTerminal is part of Java 22", e);
    }
  }
}
