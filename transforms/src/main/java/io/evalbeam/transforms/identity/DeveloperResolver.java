package io.evalbeam.transforms.identity;

import io.evalbeam.schemas.reference.DeveloperTable;
import io.evalbeam.schemas.reference.DeveloperTable.Developer;
import io.evalbeam.schemas.tracking.DeveloperOrigin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the developer of a model: what the source states, in its canonical spelling, or else a
 * guess from whole words of the name. Thread-safe.
 */
public final class DeveloperResolver {
  /** Developer of a model that nothing points to. */
  public static final String UNKNOWN = "Unknown";

  /** Longest organisation, in UTF-16 units, that is kept whole. */
  public static final int MAX_LENGTH = 300;

  private static final int KEPT_OF_LONG_NAME = 180;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern SEPARATORS = Pattern.compile("[,;]");

  private final Map<String, Developer> bySpelling = new HashMap<>();
  private final Map<String, Developer> byNamespace = new HashMap<>();
  private final Map<String, Developer> strongWords = new HashMap<>();
  private final Map<String, Developer> firstWords = new HashMap<>();
  private final Map<String, Developer> baseWords = new HashMap<>();
  private final Set<String> notStated = new HashSet<>();
  private final NameTokenizer tokenizer = new NameTokenizer(Set.of());

  /** A resolver for a developer table. */
  public DeveloperResolver(DeveloperTable table) {
    table.notStated().forEach(text -> notStated.add(DeveloperTable.spellingKey(text)));
    for (Developer developer : table.developers()) {
      bySpelling.put(DeveloperTable.spellingKey(developer.name()), developer);
      developer
          .aliases()
          .forEach(alias -> bySpelling.put(DeveloperTable.spellingKey(alias), developer));
      developer.namespaces().forEach(namespace -> byNamespace.put(namespace, developer));
      developer.nameWords().forEach(word -> strongWords.put(word, developer));
      developer.firstWords().forEach(word -> firstWords.put(word, developer));
      developer.baseWords().forEach(word -> baseWords.put(word, developer));
    }
  }

  /** The resolver for the developer table shipped with Evalbeam. */
  public static DeveloperResolver standard() {
    return Standard.RESOLVER;
  }

  /**
   * The developer of a row. A stated one always wins; an organisation in front of the name, as in
   * {@code meta-llama/Llama-3-8B}, counts as stated when the table knows it.
   *
   * @param rawName model name as found
   * @param developerStated organisation cell, null when the source has none
   */
  public ResolvedDeveloper resolve(String rawName, @Nullable String developerStated) {
    ResolvedDeveloper stated = developerStated == null ? null : stated(developerStated.strip());
    if (stated != null) {
      return stated;
    }
    Developer inName = ofNamespace(rawName);
    if (inName != null) {
      return new ResolvedDeveloper(inName.name(), DeveloperOrigin.STATED_ALIAS);
    }
    PrimaryDeveloper guess = guess(rawName);
    return guess == null
        ? new ResolvedDeveloper(UNKNOWN, DeveloperOrigin.UNKNOWN)
        : new ResolvedDeveloper(guess.name(), DeveloperOrigin.GUESSED);
  }

  /**
   * The developer that a name points to, or null: the first word of a developer's own, else the
   * first family that others build on as well. A version may follow a word directly: qwen2.5.
   */
  public @Nullable PrimaryDeveloper guess(String name) {
    List<String> tokens = tokenizer.tokens(name);
    Developer first = tokens.isEmpty() ? null : lookUp(firstWords, tokens.get(0));
    if (first != null) {
      return primaryOf(first);
    }
    Developer own = firstHit(strongWords, tokens);
    Developer found = own != null ? own : firstHit(baseWords, tokens);
    return found == null ? null : primaryOf(found);
  }

  /** The first organisation of a canonical developer text; {@link #UNKNOWN} has its own id. */
  public PrimaryDeveloper primary(String developer) {
    Developer whole = bySpelling.get(DeveloperTable.spellingKey(developer));
    if (whole != null) {
      return primaryOf(whole);
    }
    String first = SEPARATORS.split(developer, 2)[0].strip();
    String key = DeveloperTable.spellingKey(first);
    Developer known = bySpelling.get(key);
    return known == null ? new PrimaryDeveloper("other:" + key, first) : primaryOf(known);
  }

  private @Nullable ResolvedDeveloper stated(String text) {
    String canonical = canonical(text);
    if (canonical == null) {
      return null;
    }
    return new ResolvedDeveloper(
        canonical, canonical.equals(text) ? DeveloperOrigin.STATED : DeveloperOrigin.STATED_ALIAS);
  }

  /** Canonical form of an organisation cell, or null when it states nothing. */
  private @Nullable String canonical(String stated) {
    String text = shorten(SPACES.matcher(stated).replaceAll(" ").strip());
    String key = DeveloperTable.spellingKey(text);
    if (key.isEmpty() || notStated.contains(key)) {
      return null;
    }
    Developer whole = bySpelling.get(key);
    if (whole != null) {
      return whole.name();
    }
    Set<String> names = new LinkedHashSet<>();
    for (String part : SEPARATORS.split(text, -1)) {
      String partKey = DeveloperTable.spellingKey(part);
      if (!partKey.isEmpty() && !notStated.contains(partKey)) {
        Developer known = bySpelling.get(partKey);
        names.add(known == null ? part.strip() : known.name());
      }
    }
    return names.isEmpty() ? null : String.join(", ", new ArrayList<>(names));
  }

  private static String shorten(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int end = KEPT_OF_LONG_NAME;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + " " + Hashes.sixteen(text);
  }

  private @Nullable Developer ofNamespace(String rawName) {
    int slash = rawName.indexOf('/');
    return slash <= 0
        ? null
        : byNamespace.get(rawName.substring(0, slash).strip().toLowerCase(Locale.ROOT));
  }

  private static @Nullable Developer firstHit(Map<String, Developer> words, List<String> tokens) {
    for (String token : tokens) {
      Developer developer = lookUp(words, token);
      if (developer != null) {
        return developer;
      }
    }
    return null;
  }

  private static @Nullable Developer lookUp(Map<String, Developer> words, String token) {
    Developer exact = words.get(token);
    if (exact != null) {
      return exact;
    }
    int head = NameTokenizer.headLength(token);
    return head > 0 && head < token.length() ? words.get(token.substring(0, head)) : null;
  }

  private static PrimaryDeveloper primaryOf(Developer developer) {
    return new PrimaryDeveloper(developer.id(), developer.name());
  }

  /** Loaded on first use. */
  private static final class Standard {
    static final DeveloperResolver RESOLVER = new DeveloperResolver(DeveloperTable.load());
  }
}
