package io.evalbeam.io.evaluation.everyeval;

/** Versions of the standard. */
final class EveryEvalVersions {
  /** The version of written files. */
  static final String WRITTEN = "0.3.0";

  private EveryEvalVersions() {}

  /** Whether files of a version can be read. */
  static boolean isReadable(String version) {
    return isOf(version, "0.2") || isOf(version, "0.3");
  }

  private static boolean isOf(String version, String line) {
    return version.equals(line) || version.startsWith(line + ".");
  }
}
