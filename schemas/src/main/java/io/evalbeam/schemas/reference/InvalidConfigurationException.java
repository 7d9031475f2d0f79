package io.evalbeam.schemas.reference;

import java.util.List;

/**
 * Configuration or reference data that cannot be used. Carries every problem found, each naming its
 * place, so that a user mends them in one go; the command line prints them and exits with 2.
 */
public final class InvalidConfigurationException extends RuntimeException {
  private final List<String> problems;

  public InvalidConfigurationException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  public InvalidConfigurationException(String problem, Throwable cause) {
    super(problem, cause);
    this.problems = List.of(problem);
  }

  /** Sentences for the user, each starting with the file it is about. */
  public List<String> problems() {
    return problems;
  }
}
