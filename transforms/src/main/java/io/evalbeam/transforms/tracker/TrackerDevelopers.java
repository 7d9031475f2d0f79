package io.evalbeam.transforms.tracker;

import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.reference.StrictYaml;
import java.util.ArrayList;
import java.util.List;

/** Guesses developers from raw names under the {@code tracker} policy. */
public final class TrackerDevelopers {
  /** The developer of a name that says nothing. */
  public static final String UNKNOWN = "Unknown";

  private static final String RESOURCE = "/io/evalbeam/reference/tracker-developers.yaml";
  private static final List<Rule> RULES =
      validate(StrictYaml.parseResource(RESOURCE, Rules.class)).developers();

  /** A developer and the parts of names that give it away, lower case. */
  public record Rule(String developer, List<String> parts) {
    public Rule {
      parts = List.copyOf(parts);
    }
  }

  /** The resource file. */
  public record Rules(String source, List<Rule> developers) {
    public Rules {
      developers = List.copyOf(developers);
    }
  }

  private TrackerDevelopers() {}

  /** The developer of the first rule that has a part of the name, else {@link #UNKNOWN}. */
  public static String detect(String rawName) {
    String name = PythonText.lower(PythonText.strip(rawName));
    for (Rule rule : RULES) {
      if (rule.parts().stream().anyMatch(name::contains)) {
        return rule.developer();
      }
    }
    return UNKNOWN;
  }

  /** The first developer of the rules whose name stands in a text, else the fallback. */
  static String namedIn(String text, String fallback) {
    for (Rule rule : RULES) {
      if (text.contains(rule.developer())) {
        return rule.developer();
      }
    }
    return fallback;
  }

  private static Rules validate(Rules rules) {
    List<String> problems = new ArrayList<>();
    for (Rule rule : rules.developers()) {
      if (rule.developer().isBlank() || rule.parts().isEmpty()) {
        problems.add(RESOURCE + ": each developer needs a name and parts: " + rule);
      }
      for (String part : rule.parts()) {
        if (part.isEmpty() || !part.equals(PythonText.lower(part))) {
          problems.add(RESOURCE + ": parts must be lower case and not empty: " + rule);
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
    return rules;
  }
}
