package io.evalbeam.transforms.identity;

import io.evalbeam.schemas.reference.DeveloperTable;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.schemas.reference.ModelAliases;
import io.evalbeam.schemas.reference.NameVocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Normalises model names: one spelling, variants as attributes of a base model. Idempotent: a
 * normalised name normalises to itself. Thread-safe.
 */
public final class ModelNames {
  /** Longest raw name, in UTF-16 units, that is kept whole. */
  public static final int MAX_LENGTH = 300;

  private static final int KEPT_OF_LONG_NAME = 180;

  private final NameTokenizer tokenizer;
  private final NameForms forms;
  private final VariantWords variantWords;
  private final Set<String> bareFamilies;
  private final Map<String, ModelAliases.Alias> aliases;
  private final Set<String> namespaces;

  /**
   * A normaliser for the given reference data.
   *
   * @throws InvalidConfigurationException when an alias or its target is not a normalised name
   */
  public ModelNames(NameVocabulary vocabulary, ModelAliases aliases, DeveloperTable developers) {
    this.tokenizer = new NameTokenizer(Set.copyOf(vocabulary.splitFamilies()));
    this.forms = new NameForms(vocabulary);
    this.variantWords = new VariantWords(vocabulary);
    this.bareFamilies = Set.copyOf(vocabulary.bareFamilies());
    this.aliases = Map.copyOf(aliases.byAlias());
    Set<String> known = new HashSet<>();
    developers.developers().forEach(developer -> known.addAll(developer.namespaces()));
    this.namespaces = Set.copyOf(known);
    checkAliases(aliases);
  }

  /** The normaliser for the reference data shipped with Evalbeam. */
  public static ModelNames standard() {
    return Standard.NAMES;
  }

  /** Takes a name apart. Never throws; only a blank name has an empty result. */
  public NamedModel normalize(String rawName) {
    List<String> tokens = tokenizer.tokens(withoutNamespace(rawName));
    if (rawName.length() > MAX_LENGTH || joinedLength(tokens) > MAX_LENGTH) {
      tokens = tokenizer.tokens(shorten(join(tokens)));
    }
    forms.settle(tokens);
    String full = join(tokens);
    VariantBuilder variant = new VariantBuilder();
    boolean stripped = false;
    while (variantWords.strip(tokens, variant)) {
      forms.settle(tokens);
      stripped = true;
    }
    String name = !stripped || namesNoModel(tokens) ? full : join(tokens);
    return new NamedModel(resolveAlias(full, name, variant), variant.build());
  }

  /** Whether a raw name is beyond the limit, so that its normalised form is cut and hashed. */
  public static boolean isTooLong(String rawName) {
    return rawName.length() > MAX_LENGTH;
  }

  /**
   * Whether only family words or only numbers are left, so that taking off variants lost a model.
   */
  private boolean namesNoModel(List<String> tokens) {
    return bareFamilies.containsAll(tokens)
        || tokens.stream().allMatch(token -> token.codePoints().noneMatch(Character::isLetter));
  }

  private String resolveAlias(String full, String name, VariantBuilder variant) {
    ModelAliases.Alias alias = aliases.get(full);
    if (alias == null) {
      alias = aliases.get(name);
    }
    if (alias == null) {
      return name;
    }
    if (alias.snapshot() != null) {
      variant.snapshotOfAlias(alias.snapshot());
    }
    return alias.name();
  }

  /** "meta-llama/Llama-3-8B" is "Llama-3-8B" if the organisation is a known one. */
  private String withoutNamespace(String rawName) {
    int slash = rawName.indexOf('/');
    if (slash <= 0 || rawName.indexOf('/', slash + 1) >= 0) {
      return rawName;
    }
    String namespace = rawName.substring(0, slash).strip().toLowerCase(Locale.ROOT);
    String rest = rawName.substring(slash + 1);
    return namespaces.contains(namespace) && !rest.isBlank() ? rest : rawName;
  }

  private static String shorten(String name) {
    int end = KEPT_OF_LONG_NAME;
    if (name.length() <= end) {
      return name;
    }
    if (Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end) + "_h" + Hashes.sixteen(name);
  }

  private static String join(List<String> tokens) {
    return String.join("_", tokens);
  }

  private static int joinedLength(List<String> tokens) {
    int length = tokens.size() - 1;
    for (String token : tokens) {
      length += token.length();
    }
    return length;
  }

  private void checkAliases(ModelAliases table) {
    List<String> problems = new ArrayList<>();
    for (ModelAliases.Alias entry : table.aliases()) {
      List<String> tokens = tokenizer.tokens(entry.alias());
      forms.settle(tokens);
      if (!join(tokens).equals(entry.alias())) {
        problems.add("model-aliases.yaml: alias " + entry.alias() + " is written " + join(tokens));
      }
      if (!normalize(entry.name()).name().equals(entry.name())) {
        problems.add("model-aliases.yaml: " + entry.name() + " is not a normalised name");
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
  }

  /** Loaded on first use. */
  private static final class Standard {
    static final ModelNames NAMES =
        new ModelNames(NameVocabulary.load(), ModelAliases.load(), DeveloperTable.load());
  }
}
