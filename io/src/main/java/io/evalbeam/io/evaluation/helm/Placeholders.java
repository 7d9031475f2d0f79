package io.evalbeam.io.evaluation.helm;

import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.TextStatus;
import org.jspecify.annotations.Nullable;

/** Texts that protected runs publish in place of their own. */
final class Placeholders {
  private static final String REDACTED = "[redacted]";
  private static final String ENCRYPTED = "[encrypted_text_";

  private Placeholders() {}

  /**
   * Whether the texts of a request are its own. The question decides, and any encrypted text: an
   * answer may well be the word for redacted.
   */
  static TextStatus status(RequestState request, @Nullable String answer) {
    if (REDACTED.equals(request.question())) {
      return TextStatus.REDACTED;
    }
    if (isEncrypted(request.question()) || isEncrypted(answer)) {
      return TextStatus.ENCRYPTED;
    }
    for (Reference reference : request.references()) {
      if (isEncrypted(reference.text())) {
        return TextStatus.ENCRYPTED;
      }
    }
    return TextStatus.AVAILABLE;
  }

  /** {@code [encrypted_text_12]} and nothing else. */
  private static boolean isEncrypted(@Nullable String text) {
    if (text == null
        || text.length() < ENCRYPTED.length() + 2
        || !text.startsWith(ENCRYPTED)
        || text.charAt(text.length() - 1) != ']') {
      return false;
    }
    for (int i = ENCRYPTED.length(); i < text.length() - 1; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
