package io.evalbeam.io.source;

import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.reference.StrictYaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the sources file: one entry per source, in the order in which sources count. Unknown keys,
 * missing columns and repeated names are errors.
 */
public final class SourceDescriptions {
  private SourceDescriptions() {}

  /**
   * Parses a sources file.
   *
   * @param origin file name for messages
   * @throws InvalidConfigurationException with every problem found, each naming its place
   */
  public static List<SourceDescription> parse(String origin, String text) {
    List<String> problems = new ArrayList<>();
    ConfigNode root = ConfigNode.of(StrictYaml.parse(origin, text, Object.class), origin, problems);
    List<ConfigNode> entries = root.objects("sources");
    root.rejectUnknownKeys();
    List<SourceDescription> descriptions = new ArrayList<>();
    Map<String, Integer> first = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      SourceDescription description = new SourceEntry(entries.get(i)).read();
      descriptions.add(description);
      Integer before = first.putIfAbsent(description.name(), i + 1);
      if (before != null && !description.name().isEmpty()) {
        entries
            .get(i)
            .problem("the name '" + description.name() + "' is taken by sources[" + before + "]");
      }
    }
    if (entries.isEmpty() && problems.isEmpty()) {
      problems.add(origin + ": a list 'sources' with at least one entry was expected");
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
    return List.copyOf(descriptions);
  }
}
