package io.evalbeam.transforms.identity;

import io.evalbeam.schemas.reference.NameVocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives the different spellings of one name one form: versions, family words, developer prefixes.
 */
final class NameForms {
  private final Set<String> versionWords;
  private final Set<String> gluedFamilies;
  private final Map<String, Set<String>> prefixes = new HashMap<>();

  NameForms(NameVocabulary vocabulary) {
    this.versionWords = Set.copyOf(vocabulary.versionWords());
    this.gluedFamilies = Set.copyOf(vocabulary.gluedFamilies());
    for (NameVocabulary.Prefix prefix : vocabulary.prefixes()) {
      prefixes.put(prefix.word(), Set.copyOf(prefix.families()));
    }
  }

  /** Rewrites until nothing changes. Each change removes a word, so this ends. */
  void settle(List<String> tokens) {
    boolean changed = true;
    while (changed) {
      changed = dropPrefix(tokens);
      changed |= joinVersions(tokens);
      changed |= glueFamilies(tokens);
    }
  }

  private boolean dropPrefix(List<String> tokens) {
    if (tokens.size() < 2) {
      return false;
    }
    Set<String> families = prefixes.get(tokens.get(0));
    if (families == null || !families.contains(tokens.get(1))) {
      return false;
    }
    tokens.remove(0);
    return true;
  }

  private boolean joinVersions(List<String> tokens) {
    boolean changed = false;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (isSingleDigit(tokens.get(i + 1)) && takesMinorVersion(tokens, i)) {
        tokens.set(i, tokens.get(i) + "." + tokens.remove(i + 1));
        changed = true;
      }
    }
    return changed;
  }

  /** Whether word i is a major version: the 3 of "claude 3", or "internlm2". */
  private boolean takesMinorVersion(List<String> tokens, int i) {
    String token = tokens.get(i);
    if (isSingleDigit(token)) {
      return i > 0 && versionWords.contains(tokens.get(i - 1));
    }
    int head = token.length() - 1;
    return head > 0
        && NameTokenizer.headLength(token) == head
        && versionWords.contains(token.substring(0, head));
  }

  private boolean glueFamilies(List<String> tokens) {
    boolean changed = false;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (gluedFamilies.contains(tokens.get(i)) && isShortVersion(tokens.get(i + 1))) {
        tokens.set(i, tokens.get(i) + tokens.remove(i + 1));
        changed = true;
      }
    }
    return changed;
  }

  private static boolean isSingleDigit(String token) {
    return token.length() == 1 && NameTokenizer.isDigit(token.charAt(0));
  }

  private static boolean isShortVersion(String token) {
    return isSingleDigit(token)
        || (token.length() == 3
            && NameTokenizer.isDigit(token.charAt(0))
            && token.charAt(1) == '.'
            && NameTokenizer.isDigit(token.charAt(2)));
  }
}
