package io.evalbeam.schemas.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Different names of one model.
 *
 * @param version raised whenever an entry changes
 * @param aliases entries; an alias names one model and no alias leads to another alias
 */
public record ModelAliases(int version, List<Alias> aliases) {

  private static final String RESOURCE = "/io/evalbeam/reference/model-aliases.yaml";
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");

  /**
   * One alias.
   *
   * @param alias normalised, before variants are taken off
   * @param name normalised name of the model
   * @param snapshot release that the alias stands for, ISO; null if it stands for none
   * @param source document that equates the two
   */
  public record Alias(String alias, String name, @Nullable String snapshot, String source) {}

  /**
   * The aliases shipped with Evalbeam.
   *
   * @throws InvalidConfigurationException when they are inconsistent
   */
  public static ModelAliases load() {
    return StrictYaml.parseResource(RESOURCE, ModelAliases.class).validated(RESOURCE);
  }

  /**
   * Aliases from YAML text.
   *
   * @throws InvalidConfigurationException listing every problem
   */
  public static ModelAliases parse(String origin, String yaml) {
    return StrictYaml.parse(origin, yaml, ModelAliases.class).validated(origin);
  }

  /** Entries by alias. */
  public Map<String, Alias> byAlias() {
    Map<String, Alias> result = new HashMap<>();
    aliases.forEach(entry -> result.put(entry.alias(), entry));
    return result;
  }

  private ModelAliases validated(String origin) {
    List<String> problems = new ArrayList<>();
    Map<String, Alias> byAlias = byAlias();
    if (byAlias.size() != aliases.size()) {
      problems.add(origin + ": an alias is listed twice");
    }
    for (Alias entry : aliases) {
      if (byAlias.containsKey(entry.name())) {
        problems.add(
            origin
                + ": alias "
                + entry.alias()
                + " leads to "
                + entry.name()
                + ", itself an alias");
      }
      String snapshot = entry.snapshot();
      if (snapshot != null && !DATE.matcher(snapshot).matches()) {
        problems.add(origin + ": alias " + entry.alias() + " has no ISO date as snapshot");
      }
      if (entry.source() == null || entry.source().isBlank()) {
        problems.add(origin + ": alias " + entry.alias() + " has no source");
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
    return this;
  }
}
