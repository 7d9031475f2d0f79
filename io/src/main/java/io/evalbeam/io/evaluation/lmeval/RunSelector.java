package io.evalbeam.io.evaluation.lmeval;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a results file is a run: a task under one filter, or a group.
 *
 * @param name task or group
 * @param filter null for a group
 */
record RunSelector(String name, @Nullable String filter) {
  private static final String GROUP = "group:";
  private static final String TASK = "task:";

  /** Reads what {@link #text()} wrote. */
  static RunSelector parse(String text) {
    if (text.startsWith(GROUP)) {
      return new RunSelector(text.substring(GROUP.length()), null);
    }
    int colon = text.indexOf(':', TASK.length());
    int end = colon + 1 + Integer.parseInt(text.substring(TASK.length(), colon));
    return new RunSelector(text.substring(end), text.substring(colon + 1, end));
  }

  /** The filter's length stands in front of it: names may hold any character. */
  String text() {
    return filter == null ? GROUP + name : TASK + filter.length() + ":" + filter + name;
  }
}
