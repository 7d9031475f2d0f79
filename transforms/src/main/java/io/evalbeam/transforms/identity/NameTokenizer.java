package io.evalbeam.transforms.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a name into lower-case words of letters and digits of any script. Joining the words with
 * {@code _} and splitting again gives the same words.
 */
final class NameTokenizer {
  // Lower case and NFKC can undo each other once or twice; every code point settles within three.
  private static final int MAX_FOLDS = 5;

  private final Set<String> splitFamilies;

  NameTokenizer(Set<String> splitFamilies) {
    this.splitFamilies = Set.copyOf(splitFamilies);
  }

  /**
   * Words of a name; empty only for a blank one. A name of symbols alone gives their code points.
   */
  List<String> tokens(String text) {
    String folded = fold(text);
    List<String> tokens = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int length = folded.length();
    int index = 0;
    while (index < length) {
      int c = folded.codePointAt(index);
      int next = index + Character.charCount(c);
      if (belongsToWord(c, word)) {
        word.appendCodePoint(c);
      } else if (c == '.' && betweenDigits(folded, index)) {
        word.append('.');
      } else {
        flush(word, tokens);
        if (c == '+' && !startsWord(folded, next)) {
          tokens.add("plus");
        }
      }
      index = next;
    }
    flush(word, tokens);
    if (tokens.isEmpty()) {
      addCodePoints(text, tokens);
    }
    return tokens;
  }

  private static boolean belongsToWord(int c, StringBuilder word) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c) || (word.length() > 0 && isMark(c));
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean betweenDigits(String text, int index) {
    return index > 0
        && index + 1 < text.length()
        && isDigit(text.charAt(index - 1))
        && isDigit(text.charAt(index + 1));
  }

  private static boolean startsWord(String text, int index) {
    return index < text.length() && Character.isLetterOrDigit(text.codePointAt(index));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void flush(StringBuilder word, List<String> tokens) {
    if (word.length() == 0) {
      return;
    }
    int head = headLength(word);
    if (head > 0 && head < word.length() && isVersion(word, head)) {
      String family = word.substring(0, head);
      if (splitFamilies.contains(family)) {
        tokens.add(family);
        word.delete(0, head);
      }
    }
    tokens.add(word.toString());
    word.setLength(0);
  }

  /** Length of the part before the first ASCII digit. */
  static int headLength(CharSequence word) {
    int head = 0;
    while (head < word.length() && !isDigit(word.charAt(head))) {
      head++;
    }
    return head;
  }

  /** Digits and dots from {@code start}, with at most one letter behind: 3, 3.5, 4o, 13b. */
  private static boolean isVersion(CharSequence word, int start) {
    int index = start;
    while (index < word.length() && (isDigit(word.charAt(index)) || word.charAt(index) == '.')) {
      index++;
    }
    return index >= word.length() - 1;
  }

  private static void addCodePoints(String text, List<String> tokens) {
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(c -> tokens.add("u" + Integer.toHexString(c)));
  }

  private static String fold(String text) {
    if (isAscii(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String folded = text;
    for (int i = 0; i < MAX_FOLDS; i++) {
      String lower = withoutInvisible(folded).toLowerCase(Locale.ROOT);
      String next = Normalizer.normalize(lower, Normalizer.Form.NFKC);
      if (next.equals(folded)) {
        return next;
      }
      folded = next;
    }
    return folded;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /** Removes joiners, direction marks, emoji selectors and enclosing marks. */
  private static String withoutInvisible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().filter(c -> !isInvisible(c)).forEach(visible::appendCodePoint);
    return visible.toString();
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.ENCLOSING_MARK
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }
}
