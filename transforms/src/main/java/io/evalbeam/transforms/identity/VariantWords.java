package io.evalbeam.transforms.identity;

import io.evalbeam.schemas.reference.NameVocabulary;
import io.evalbeam.schemas.reference.NameVocabulary.Attribute;
import io.evalbeam.schemas.reference.NameVocabulary.ContextLength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes variant words off a name. The first word always stays. */
final class VariantWords {
  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
  private final Map<String, ContextLength> contextLengths = new HashMap<>();
  private final Set<String> numberedFamilies;

  /** One spelling of one phrase. */
  private record Entry(
      List<String> words,
      Attribute attribute,
      String value,
      Set<String> families,
      boolean withSize) {}

  VariantWords(NameVocabulary vocabulary) {
    for (NameVocabulary.Phrase phrase : vocabulary.phrases()) {
      for (String spelling : phrase.words()) {
        List<String> words = List.of(spelling.split(" ", -1));
        byFirstWord
            .computeIfAbsent(words.get(0), word -> new ArrayList<>())
            .add(
                new Entry(
                    words,
                    phrase.attribute(),
                    phrase.value(),
                    Set.copyOf(phrase.families()),
                    phrase.countsWithSize()));
      }
    }
    Comparator<Entry> longestFirst = Comparator.comparingInt(entry -> -entry.words().size());
    byFirstWord.values().forEach(entries -> entries.sort(longestFirst));
    vocabulary.contextLengths().forEach(length -> contextLengths.put(length.word(), length));
    this.numberedFamilies = Set.copyOf(vocabulary.numberedFamilies());
  }

  /** Removes what it recognises, notes it in the variant, and says whether there was anything. */
  boolean strip(List<String> tokens, VariantBuilder variant) {
    int before = tokens.size();
    boolean afterMode = false;
    int i = 1;
    while (i < tokens.size()) {
      int words = dateWords(tokens, i, variant);
      if (words == 0) {
        words = contextWords(tokens, i, afterMode, variant);
      }
      afterMode = false;
      if (words == 0) {
        Entry entry = phraseAt(tokens, i);
        if (entry != null) {
          variant.add(entry.attribute(), entry.value());
          words = entry.words().size();
          afterMode = entry.attribute() == Attribute.MODE;
        }
      }
      tokens.subList(i, i + words).clear();
      i += words == 0 ? 1 : 0;
    }
    return tokens.size() < before;
  }

  private int dateWords(List<String> tokens, int i, VariantBuilder variant) {
    SnapshotDates.Found date = SnapshotDates.at(tokens, i);
    if (date == null || containsAny(tokens, numberedFamilies)) {
      return 0;
    }
    variant.snapshot(date.iso());
    return date.words();
  }

  private int contextWords(List<String> tokens, int i, boolean afterMode, VariantBuilder variant) {
    ContextLength length = contextLengths.get(tokens.get(i));
    if (length == null || (length.needsSize() && !hasSize(tokens))) {
      return 0;
    }
    if (afterMode) {
      // "thinking 16k" is how long the model may think, not how much it can read.
      variant.add(Attribute.EFFORT, length.word());
    } else {
      variant.contextLength(length.tokens());
    }
    return 1;
  }

  private @Nullable Entry phraseAt(List<String> tokens, int i) {
    List<Entry> entries = byFirstWord.get(tokens.get(i));
    if (entries == null) {
      return null;
    }
    for (Entry entry : entries) {
      if (matches(entry, tokens, i)) {
        return entry;
      }
    }
    return null;
  }

  private static boolean matches(Entry entry, List<String> tokens, int i) {
    int end = i + entry.words().size();
    if (end > tokens.size() || !tokens.subList(i, end).equals(entry.words())) {
      return false;
    }
    if (entry.families().isEmpty() && !entry.withSize()) {
      return true;
    }
    return containsAny(tokens, entry.families()) || (entry.withSize() && hasSize(tokens));
  }

  private static boolean containsAny(List<String> tokens, Set<String> words) {
    for (String token : tokens) {
      if (words.contains(token)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word is a parameter count: 7b, 8x7b, 0.5b, 1.5t, 350m. */
  private static boolean hasSize(List<String> tokens) {
    for (String token : tokens) {
      int last = token.length() - 1;
      if (last > 0
          && NameTokenizer.isDigit(token.charAt(0))
          && NameTokenizer.isDigit(token.charAt(last - 1))
          && isSizeUnit(token.charAt(last), last)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSizeUnit(char unit, int digits) {
    // Contexts have at most two digits before the m: 350m is a size, 10m may be a context.
    return unit == 'b' || unit == 't' || (unit == 'm' && digits >= 3);
  }
}
