package io.evalbeam.bench.generate.helm;

import java.util.List;

/**
 * A multiple-choice question.
 *
 * @param text what is asked
 * @param options possible answers
 * @param right index of the right one
 */
record HelmQuestion(String text, List<String> options, int right) {

  HelmQuestion {
    options = List.copyOf(options);
  }

  static String letter(int option) {
    return String.valueOf((char) ('A' + option));
  }
}
