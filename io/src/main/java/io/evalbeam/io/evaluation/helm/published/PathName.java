package io.evalbeam.io.evaluation.helm.published;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Names as one component of a path or a URL. Letters, digits, {@code _}, {@code -} and inner dots
 * stand for themselves, every other byte of the UTF-8 text is written as {@code %3A}; so no name
 * leaves its directory, and each can be told from its encoded form.
 */
final class PathName {
  /** Longest name of common file systems, bytes. */
  static final int LONGEST = 255;

  private static final String PLAIN = "_-.";

  private PathName() {}

  /** One component; never empty for a name that is not. */
  static String encode(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    StringBuilder encoded = new StringBuilder(bytes.length + 16);
    for (byte octet : bytes) {
      boolean leadingDot = octet == '.' && encoded.isEmpty();
      if (isPlain(octet) && !leadingDot) {
        encoded.append((char) octet);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
      }
    }
    return encoded.toString();
  }

  /**
   * The name of a component.
   *
   * @throws IllegalArgumentException when a {@code %} is not followed by two hexadecimal digits
   */
  static String decode(String component) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(component.length());
    byte[] encoded = component.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] != '%') {
        bytes.write(encoded[i]);
        continue;
      }
      int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(encoded[i + 2], 16);
      if (low < 0) {
        throw new IllegalArgumentException("not an encoded name: " + component);
      }
      bytes.write(high * 16 + low);
      i += 2;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * Whether HELM can have given a run or suite this name. It replaces slashes itself, so a name
   * with one tries to be a path.
   */
  static boolean isName(String name) {
    return !name.isBlank()
        && !name.equals(".")
        && !name.equals("..")
        && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))
        && StandardCharsets.UTF_8.newEncoder().canEncode(name);
  }

  private static boolean isPlain(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || PLAIN.indexOf(octet) >= 0;
  }
}
