package io.evalbeam.pipelines.demo;

import java.util.List;

/** Where a table lies: its file, or a pattern that fits all of its files. */
final class TablePlace {
  private TablePlace() {}

  /**
   * The pattern.
   *
   * @param paths files of one table with one extension, at least one
   */
  static String of(List<String> paths) {
    String first = paths.get(0);
    if (paths.size() == 1) {
      return first;
    }
    String common = first;
    for (String path : paths) {
      common = commonStart(common, path);
    }
    String directory = directory(common);
    String extension = first.substring(first.lastIndexOf('.'));
    boolean flat = paths.stream().allMatch(path -> directory(path).equals(directory));
    return flat ? common + "*" + extension : directory + "**/*" + extension;
  }

  private static String commonStart(String a, String b) {
    int end = 0;
    while (end < a.length() && end < b.length() && a.charAt(end) == b.charAt(end)) {
      end++;
    }
    return a.substring(0, end);
  }

  private static String directory(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
