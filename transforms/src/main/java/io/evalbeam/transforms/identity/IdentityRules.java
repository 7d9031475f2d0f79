package io.evalbeam.transforms.identity;

import io.evalbeam.schemas.reference.DeveloperTable;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.reference.ModelAliases;
import io.evalbeam.schemas.reference.NameVocabulary;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Vocabulary, aliases and developers that names are resolved by: those shipped with Evalbeam, or a
 * user's own files in their place.
 *
 * @param replacements texts of replaced files by name, of {@link #FILES}
 */
public record IdentityRules(Map<String, String> replacements) implements Serializable {
  /** Files that can be replaced. */
  public static final List<String> FILES =
      List.of("name-variants.yaml", "model-aliases.yaml", "developers.yaml");

  /** The rules shipped with Evalbeam. */
  public static final IdentityRules STANDARD = new IdentityRules(Map.of());

  public IdentityRules {
    replacements = new TreeMap<>(replacements);
    replacements.keySet().retainAll(FILES);
  }

  /**
   * Makes sure that every file can be used.
   *
   * @throws InvalidConfigurationException with the problems of all files
   */
  public void check() {
    List<String> problems = new ArrayList<>();
    for (Runnable reading : List.<Runnable>of(this::vocabulary, this::aliases, this::table)) {
      try {
        reading.run();
      } catch (InvalidConfigurationException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
  }

  /** The normaliser of model names. */
  public ModelNames names() {
    return replacements.isEmpty()
        ? ModelNames.standard()
        : new ModelNames(vocabulary(), aliases(), table());
  }

  /** The resolver of developers. */
  public DeveloperResolver developers() {
    return replacements.isEmpty() ? DeveloperResolver.standard() : new DeveloperResolver(table());
  }

  private NameVocabulary vocabulary() {
    String text = replacements.get(FILES.get(0));
    return text == null ? NameVocabulary.load() : NameVocabulary.parse(FILES.get(0), text);
  }

  private ModelAliases aliases() {
    String text = replacements.get(FILES.get(1));
    return text == null ? ModelAliases.load() : ModelAliases.parse(FILES.get(1), text);
  }

  private DeveloperTable table() {
    String text = replacements.get(FILES.get(2));
    return text == null ? DeveloperTable.load() : DeveloperTable.parse(FILES.get(2), text);
  }
}
