package io.evalbeam.io.evaluation.lmeval;

import org.jspecify.annotations.Nullable;

/**
 * Name of a file the harness writes: {@code results_{stamp}.json} or {@code
 * samples_{task}_{stamp}.jsonl}. The stamp holds no underscore, so the task is what stands between
 * the first and the last one: {@code arc} is not taken for {@code arc_easy}.
 *
 * @param task null for the results file
 * @param stamp start of the run in local time, such as {@code 2026-11-20T12-56-37.267913}
 */
record LogFileName(@Nullable String task, String stamp) {
  private static final String RESULTS = "results_";
  private static final String SAMPLES = "samples_";
  // A digit stands where the shape has 0; a fraction of a second may follow.
  private static final String STAMP_SHAPE = "0000-00-00T00-00-00";

  /** Reads a name; null when it is of neither form. */
  static @Nullable LogFileName parse(String name) {
    if (name.startsWith(RESULTS) && name.endsWith(".json")) {
      String stamp = name.substring(RESULTS.length(), name.length() - ".json".length());
      return isStamp(stamp) ? new LogFileName(null, stamp) : null;
    }
    if (!name.startsWith(SAMPLES) || !name.endsWith(".jsonl")) {
      return null;
    }
    int last = name.lastIndexOf('_');
    String stamp = name.substring(last + 1, name.length() - ".jsonl".length());
    return last > SAMPLES.length() && isStamp(stamp)
        ? new LogFileName(name.substring(SAMPLES.length(), last), stamp)
        : null;
  }

  private static boolean isStamp(String text) {
    if (text.length() < STAMP_SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char expected = expectedAt(i);
      char actual = text.charAt(i);
      if (expected == '0' ? actual < '0' || actual > '9' : actual != expected) {
        return false;
      }
    }
    return true;
  }

  private static char expectedAt(int position) {
    if (position < STAMP_SHAPE.length()) {
      return STAMP_SHAPE.charAt(position);
    }
    return position == STAMP_SHAPE.length() ? '.' : '0';
  }
}
