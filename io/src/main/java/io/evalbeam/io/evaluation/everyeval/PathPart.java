package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.schemas.table.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Names as parts of a path that every file system and the standard's validator accept. Different
 * names give different parts: letters, digits and {@code . _ - + = @ ,} stand for themselves, every
 * other byte of the UTF-8 text becomes {@code %XX}. The first letter is also written that way in
 * Windows device names and in {@code data}, which the standard reserves, and a last dot too. The
 * empty name is {@code %}; a part longer than {@value #MAX_LENGTH} is cut and ends in {@code ~} and
 * a hash of the name.
 */
final class PathPart {
  private static final int MAX_LENGTH = 150;
  private static final int HASH_DIGITS = 32;
  private static final String PLAIN = "._-+=@,";
  private static final Set<String> RESERVED = Set.of("data", "con", "prn", "aux", "nul");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PathPart() {}

  /** The part that stands for a name. */
  static String of(String name) {
    if (name.isEmpty()) {
      return "%";
    }
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    StringBuilder part = new StringBuilder(bytes.length);
    boolean reserved = isReserved(name);
    for (int i = 0; i < bytes.length; i++) {
      boolean last = i == bytes.length - 1;
      if ((reserved && i == 0) || (last && bytes[i] == '.') || !isPlain(bytes[i])) {
        HEX.toHexDigits(part.append('%'), bytes[i]);
      } else {
        part.append((char) bytes[i]);
      }
    }
    return part.length() <= MAX_LENGTH ? part.toString() : shorten(part, name);
  }

  private static String shorten(StringBuilder part, String name) {
    String hash = Sha256.of(name).substring(0, HASH_DIGITS);
    return part.substring(0, MAX_LENGTH - 1 - HASH_DIGITS) + "~" + hash;
  }

  private static boolean isPlain(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || PLAIN.indexOf(b) >= 0;
  }

  /** Windows takes a device's name with any extension for the device. */
  private static boolean isReserved(String name) {
    int dot = name.indexOf('.');
    String stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
    boolean numbered =
        stem.length() == 4
            && (stem.startsWith("com") || stem.startsWith("lpt"))
            && Character.isDigit(stem.charAt(3));
    return numbered || RESERVED.contains(stem);
  }
}
