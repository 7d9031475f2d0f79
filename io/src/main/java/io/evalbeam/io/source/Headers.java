package io.evalbeam.io.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the column that patterns ask for. */
final class Headers {
  private static final Pattern WHITE_SPACE =
      Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private Headers() {}

  /** Index of the column, -1 when no header fits. */
  static int find(List<String> header, List<String> patterns, ReadingStyle reading) {
    return switch (reading) {
      case EXACT -> bestPattern(header, patterns);
      case TRACKER -> firstContaining(header, patterns);
    };
  }

  /** Whether the header that was found stands over another column as well. */
  static boolean isRepeated(List<String> header, int index) {
    String found = normalize(header.get(index));
    return header.stream().filter(other -> normalize(other).equals(found)).count() > 1;
  }

  private static int bestPattern(List<String> header, List<String> patterns) {
    for (String pattern : patterns) {
      Pattern whole = wildcard(pattern);
      for (int i = 0; i < header.size(); i++) {
        if (whole.matcher(normalize(header.get(i))).matches()) {
          return i;
        }
      }
    }
    return -1;
  }

  private static int firstContaining(List<String> header, List<String> patterns) {
    for (int i = 0; i < header.size(); i++) {
      String text = header.get(i).strip().toLowerCase(Locale.ROOT);
      for (String pattern : patterns) {
        if (text.contains(pattern.strip().toLowerCase(Locale.ROOT))) {
          return i;
        }
      }
    }
    return -1;
  }

  private static Pattern wildcard(String pattern) {
    return Pattern.compile(
        Arrays.stream(normalize(pattern).split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }

  private static String normalize(String text) {
    return WHITE_SPACE.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
