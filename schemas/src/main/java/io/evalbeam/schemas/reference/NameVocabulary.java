package io.evalbeam.schemas.reference;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words that tell a served variant from its base model, and how model families spell their names.
 *
 * @param version raised whenever an entry changes
 * @param source where the conventions are documented
 * @param phrases variant words
 * @param contextLengths words for context lengths
 * @param versionWords words after which {@code 3 5} means version 3.5
 * @param splitFamilies families written apart from their version: {@code llama 2}
 * @param gluedFamilies families written together with their version: {@code qwen2.5}
 * @param bareFamilies words that alone name no model
 * @param numberedFamilies families whose four-digit numbers are no dates
 * @param prefixes developer names that add nothing in front of their own families
 */
public record NameVocabulary(
    int version,
    String source,
    List<Phrase> phrases,
    List<ContextLength> contextLengths,
    List<String> versionWords,
    List<String> splitFamilies,
    List<String> gluedFamilies,
    List<String> bareFamilies,
    List<String> numberedFamilies,
    List<Prefix> prefixes) {

  private static final String RESOURCE = "/io/evalbeam/reference/name-variants.yaml";
  private static final Pattern WORDS = Pattern.compile("[a-z0-9]+(\\.[0-9]+)?( [a-z0-9]+)*");

  /** What a phrase says about a variant. */
  public enum Attribute {
    @JsonProperty("tuning")
    TUNING,
    @JsonProperty("mode")
    MODE,
    @JsonProperty("effort")
    EFFORT,
    @JsonProperty("stage")
    STAGE,
    @JsonProperty("quantization")
    QUANTIZATION,
    /** File format, which is no attribute of a model: recognised and not kept. */
    @JsonProperty("packaging")
    PACKAGING
  }

  /**
   * Spellings of one variant value. It counts when a word of the name is one of {@code families},
   * when {@code withSize} and the name has a parameter count, or always if neither is given.
   */
  public record Phrase(
      Attribute attribute,
      String value,
      List<String> words,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> families,
      @Nullable Boolean withSize) {

    /** Whether a parameter count in the name makes the phrase count; false when not given. */
    public boolean countsWithSize() {
      return Boolean.TRUE.equals(withSize);
    }
  }

  /** A context length in tokens; with {@code withSize} only beside a parameter count. */
  public record ContextLength(String word, long tokens, @Nullable Boolean withSize) {

    /** Whether it counts only beside a parameter count; false when not given. */
    public boolean needsSize() {
      return Boolean.TRUE.equals(withSize);
    }
  }

  /** A developer word that is dropped in front of one of its families. */
  public record Prefix(String word, List<String> families) {}

  /**
   * The vocabulary shipped with Evalbeam.
   *
   * @throws InvalidConfigurationException when it is inconsistent
   */
  public static NameVocabulary load() {
    return StrictYaml.parseResource(RESOURCE, NameVocabulary.class).validated(RESOURCE);
  }

  /**
   * Vocabulary from YAML text.
   *
   * @throws InvalidConfigurationException listing every problem
   */
  public static NameVocabulary parse(String origin, String yaml) {
    return StrictYaml.parse(origin, yaml, NameVocabulary.class).validated(origin);
  }

  private NameVocabulary validated(String origin) {
    List<String> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Phrase phrase : phrases) {
      if (!WORDS.matcher(phrase.value().replace('_', ' ')).matches()) {
        problems.add(origin + ": value '" + phrase.value() + "' is not a word in snake_case");
      }
      for (String words : phrase.words()) {
        check(origin, words, phrase.attribute() + " " + words, seen, problems);
      }
      phrase.families().forEach(family -> checkWord(origin, family, problems));
    }
    for (ContextLength length : contextLengths) {
      check(origin, length.word(), "context " + length.word(), seen, problems);
      if (length.tokens() <= 0) {
        problems.add(origin + ": context length '" + length.word() + "' has no positive tokens");
      }
    }
    List.of(versionWords, splitFamilies, gluedFamilies, bareFamilies, numberedFamilies)
        .forEach(list -> list.forEach(word -> checkWord(origin, word, problems)));
    for (String family : gluedFamilies) {
      if (splitFamilies.contains(family)) {
        problems.add(origin + ": family '" + family + "' is both split and glued");
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
    return this;
  }

  private static void check(
      String origin, String words, String key, Set<String> seen, List<String> problems) {
    checkWord(origin, words, problems);
    if (!seen.add(key)) {
      problems.add(origin + ": '" + words + "' is listed twice");
    }
  }

  private static void checkWord(String origin, String words, List<String> problems) {
    if (!WORDS.matcher(words).matches()) {
      problems.add(origin + ": '" + words + "' must be lower-case words of letters and digits");
    }
  }
}
