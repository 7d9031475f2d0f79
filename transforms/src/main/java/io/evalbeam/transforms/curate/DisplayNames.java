package io.evalbeam.transforms.curate;

import static java.util.Objects.requireNonNullElse;

import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.reference.StrictYaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Suggests how a published table might spell a normalised name: {@code gpt_5} as {@code GPT 5}. */
public final class DisplayNames {
  private static final String RESOURCE = "/io/evalbeam/reference/display-names.yaml";

  private final Map<String, String> words;

  private DisplayNames(Map<String, String> words) {
    this.words = Map.copyOf(words);
  }

  /** The spellings shipped with Evalbeam. */
  public static DisplayNames load() {
    return of(RESOURCE, StrictYaml.parseResource(RESOURCE, WordList.class));
  }

  /**
   * Spellings from YAML text.
   *
   * @param origin file name for messages
   * @throws InvalidConfigurationException listing every incomplete or repeated word
   */
  public static DisplayNames parse(String origin, String yaml) {
    return of(origin, StrictYaml.parse(origin, yaml, WordList.class));
  }

  /** The name with spaces for underscores, known words as listed, the others capitalised. */
  public String suggest(String name) {
    return Stream.of(name.split("_", -1))
        .filter(word -> !word.isEmpty())
        .map(this::shown)
        .collect(Collectors.joining(" "));
  }

  private String shown(String word) {
    String known = words.get(word.toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    if (word.matches("\\d+(\\.\\d+)?b")) {
      return word.toUpperCase(Locale.ROOT);
    }
    if (word.matches("\\d+k")) {
      return "(" + word + ")";
    }
    int first = Character.charCount(word.codePointAt(0));
    return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
  }

  private static DisplayNames of(String origin, WordList list) {
    Map<String, String> words = new HashMap<>();
    List<String> problems = new ArrayList<>();
    for (Word word : requireNonNullElse(list.words(), List.<Word>of())) {
      if (word.word() == null || word.shown() == null || word.source() == null) {
        problems.add(origin + ": " + word.word() + " needs word, shown and source");
      } else if (words.put(word.word(), word.shown()) != null) {
        problems.add(origin + ": " + word.word() + " is listed more than once");
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
    return new DisplayNames(words);
  }

  /** The file. */
  record WordList(@Nullable List<Word> words) {}

  /** One spelling with the reason for it. */
  record Word(@Nullable String word, @Nullable String shown, @Nullable String source) {}
}
