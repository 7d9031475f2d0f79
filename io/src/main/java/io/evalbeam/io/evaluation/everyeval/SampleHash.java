package io.evalbeam.io.evaluation.everyeval;

import io.evalbeam.schemas.table.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * The standard's hash of a question and its references, by which samples are matched across models.
 * It is taken over the text Python's {@code json.dumps} gives with sorted keys and no blanks, which
 * escapes everything outside printable ASCII with small hexadecimal digits.
 */
final class SampleHash {
  private static final HexFormat HEX = HexFormat.of();

  private SampleHash() {}

  /** SHA-256, hexadecimal. */
  static String of(String raw, List<String> reference) {
    StringBuilder json = new StringBuilder("{\"raw\":");
    quote(json, raw);
    json.append(",\"reference\":[");
    for (int i = 0; i < reference.size(); i++) {
      if (i > 0) {
        json.append(',');
      }
      quote(json, reference.get(i));
    }
    json.append("]}");
    return Sha256.of(json.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        case '\b' -> json.append("\\b");
        case '\f' -> json.append("\\f");
        default -> {
          if (c >= ' ' && c <= '~') {
            json.append(c);
          } else {
            HEX.toHexDigits(json.append("\\u"), (byte) (c >> 8));
            HEX.toHexDigits(json, (byte) c);
          }
        }
      }
    }
    json.append('"');
  }
}
