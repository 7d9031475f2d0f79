package io.evalbeam.io.evaluation.lmeval;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a results file is a run: a task under one filter, or a group.
 *
 * @param name task or group
 * @param filter null for a group
 */
record RunSelector(String name, @Nullable String filter) {
  private static final String GROUP = "group\n";
  private static final String TASK = "task\n";

  /** Reads what {@link #text()} wrote. */
  static RunSelector parse(String text) {
    if (text.startsWith(GROUP)) {
      return new RunSelector(text.substring(GROUP.length()), null);
    }
    int end = text.indexOf('\n', TASK.length());
    return new RunSelector(text.substring(end + 1), text.substring(TASK.length(), end));
  }

  String text() {
    return filter == null ? GROUP + name : TASK + filter + "\n" + name;
  }
}
