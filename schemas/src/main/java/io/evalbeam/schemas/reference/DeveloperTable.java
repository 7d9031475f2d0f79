package io.evalbeam.schemas.reference;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Developers of models with their spellings and the words of their model families.
 *
 * @param version raised whenever an entry changes
 * @param notStated cell texts that state no developer
 * @param developers entries, ids and spellings unique
 */
public record DeveloperTable(int version, List<String> notStated, List<Developer> developers) {

  private static final String RESOURCE = "/io/evalbeam/reference/developers.yaml";
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");

  /**
   * One developer.
   *
   * @param id never changes; part of entity ids
   * @param name canonical spelling
   * @param country of the head office; null for communities without one
   * @param aliases other spellings
   * @param namespaces organisation names on Hugging Face, lower case
   * @param nameWords words in model names that point to this developer
   * @param firstWords such words that count only at the start of a name
   * @param baseWords families that others fine-tune, so that any other word is stronger
   * @param source the developer's own page
   */
  public record Developer(
      String id,
      String name,
      @Nullable String country,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> aliases,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> namespaces,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> nameWords,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> firstWords,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> baseWords,
      String source) {}

  /**
   * The developers shipped with Evalbeam.
   *
   * @throws InvalidConfigurationException when the table is inconsistent
   */
  public static DeveloperTable load() {
    return StrictYaml.parseResource(RESOURCE, DeveloperTable.class).validated(RESOURCE);
  }

  /**
   * Developers from YAML text.
   *
   * @throws InvalidConfigurationException listing every problem
   */
  public static DeveloperTable parse(String origin, String yaml) {
    return StrictYaml.parse(origin, yaml, DeveloperTable.class).validated(origin);
  }

  /**
   * What spellings are compared by: letters and digits of the compatibility form in lower case.
   * Empty when a text has none.
   */
  public static String spellingKey(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(folded.length());
    folded
        .codePoints()
        .filter(
            c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK)
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  private DeveloperTable validated(String origin) {
    List<String> problems = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Map<String, String> owners = new HashMap<>();
    for (Developer developer : developers) {
      String id = developer.id();
      if (!ID.matcher(id).matches() || !ids.add(id)) {
        problems.add(origin + ": developer id '" + id + "' is not snake_case or listed twice");
      }
      if (developer.source() == null || developer.source().isBlank()) {
        problems.add(origin + ": developer " + id + " has no source");
      }
      claim(origin, "spelling", spellingKey(developer.name()), id, owners, problems);
      for (String alias : developer.aliases()) {
        claim(origin, "spelling", spellingKey(alias), id, owners, problems);
      }
      for (String namespace : developer.namespaces()) {
        claim(origin, "namespace", namespace, id, owners, problems);
      }
      for (List<String> words :
          List.of(developer.nameWords(), developer.firstWords(), developer.baseWords())) {
        words.forEach(word -> claim(origin, "word", word, id, owners, problems));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
    return this;
  }

  private static void claim(
      String origin,
      String kind,
      String key,
      String id,
      Map<String, String> owners,
      List<String> problems) {
    String owner = owners.putIfAbsent(kind + " " + key, id);
    if (key.isEmpty() || (owner != null && !owner.equals(id))) {
      problems.add(origin + ": " + kind + " '" + key + "' belongs to " + owner + " and to " + id);
    }
  }
}
