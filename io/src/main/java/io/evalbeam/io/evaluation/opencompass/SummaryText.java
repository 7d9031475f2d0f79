package io.evalbeam.io.evaluation.opencompass;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a summary file, without what editors and other systems leave in them.
 *
 * @param lines without line ends and blanks before them
 * @param marked whether the file began with a byte order mark
 * @param carriageReturns number of line ends with a carriage return
 * @param trailingBlanks number of lines with blanks at their end
 */
record SummaryText(List<String> lines, boolean marked, int carriageReturns, int trailingBlanks) {

  /**
   * Decodes a file strictly.
   *
   * @param bytes the file without its mark
   * @param marked whether it had one
   * @throws CharacterCodingException when the bytes are not UTF-8
   */
  static SummaryText decode(byte[] bytes, boolean marked) throws CharacterCodingException {
    String text =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes))
            .toString();
    List<String> lines = new ArrayList<>();
    int carriageReturns = 0;
    int trailingBlanks = 0;
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      String line = text.substring(start, end);
      if (line.endsWith("\r")) {
        carriageReturns++;
        line = line.substring(0, line.length() - 1);
      }
      String stripped = line.stripTrailing();
      trailingBlanks += stripped.length() < line.length() ? 1 : 0;
      lines.add(stripped);
      start = end + 1;
    }
    return new SummaryText(lines, marked, carriageReturns, trailingBlanks);
  }

  /** A name as it stands in a cell of a csv: commas are blanks there. */
  static String cellText(String name) {
    return name.replace(',', ' ');
  }

  /** Whether anything was taken off. */
  boolean repaired() {
    return marked || carriageReturns > 0 || trailingBlanks > 0;
  }

  /** What was taken off, as a sentence. */
  String repairs() {
    return "A byte order mark ("
        + (marked ? 1 : 0)
        + "), carriage returns ("
        + carriageReturns
        + ") and blanks at line ends ("
        + trailingBlanks
        + ") were taken off.";
  }
}
