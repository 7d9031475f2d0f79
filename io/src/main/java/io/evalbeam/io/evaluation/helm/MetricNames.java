package io.evalbeam.io.evaluation.helm;

import io.evalbeam.io.evaluation.json.BrokenFileException;
import io.evalbeam.schemas.issue.IssueCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of a run's metrics and their numbers, from 0 in the order they came. */
final class MetricNames {
  private static final int MAX = 10_000;

  private final List<String> names = new ArrayList<>();
  private final List<char[]> characters = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * Number of a name.
   *
   * @param expected the number it probably has: metrics come in one order for all instances, and
   *     comparing is cheaper than building a text; any number may be given
   * @throws BrokenFileException when there are more than {@value #MAX} names
   */
  int number(int expected, char[] text, int start, int length) throws BrokenFileException {
    if (expected < characters.size()) {
      char[] name = characters.get(expected);
      if (name.length == length && Arrays.equals(name, 0, length, text, start, start + length)) {
        return expected;
      }
    }
    return number(new String(text, start, length));
  }

  /**
   * Number of a name.
   *
   * @throws BrokenFileException when there are more than {@value #MAX} names
   */
  int number(String name) throws BrokenFileException {
    Integer known = numbers.get(name);
    return known == null ? add(name) : known;
  }

  private int add(String name) throws BrokenFileException {
    if (names.size() == MAX) {
      throw new BrokenFileException(
          IssueCode.LIMIT_EXCEEDED, name, "The run has more than " + MAX + " metrics.");
    }
    names.add(name);
    characters.add(name.toCharArray());
    numbers.put(name, names.size() - 1);
    return names.size() - 1;
  }

  /** Number of a known name, -1 of an unknown one. */
  int known(String name) {
    return numbers.getOrDefault(name, -1);
  }

  String name(int number) {
    return names.get(number);
  }

  int size() {
    return names.size();
  }

  /** All names; changes with this object. */
  List<String> names() {
    return Collections.unmodifiableList(names);
  }
}
