package io.evalbeam.pipelines.cli;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in words why a run failed; the stack trace goes to the log at debug level. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** Lines for the user: the failure and the distinct messages of its causes. */
  static List<String> describe(String command, Throwable failure) {
    LOG.debug("{} failed", command, failure);
    List<String> lines = new ArrayList<>();
    lines.add("evalbeam " + command + ": failed; the previous output is untouched.");
    String last = "";
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String line = cause.getClass().getSimpleName() + ": " + firstLine(cause.getMessage());
      if (!isWrapper(cause) && !last.endsWith(line)) {
        lines.add("  " + line);
        last = line;
      }
    }
    lines.add("For the stack trace run again with -Dorg.slf4j.simpleLogger.log.io.evalbeam=debug");
    return lines;
  }

  /** Exceptions of Beam and Java whose message only repeats the cause's. */
  private static boolean isWrapper(Throwable failure) {
    return failure.getCause() != null
        && String.valueOf(failure.getMessage()).startsWith(failure.getCause().getClass().getName());
  }

  private static String firstLine(@org.jspecify.annotations.Nullable String message) {
    return message == null ? "no message" : message.lines().findFirst().orElse("no message");
  }
}
