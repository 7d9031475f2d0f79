package io.evalbeam.io.evaluation.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of files of any size. */
class JsonLinesTest {
  private static List<String> lines(String content, int maxBytes) throws IOException {
    JsonLines lines =
        new JsonLines(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), maxBytes);
    List<String> found = new ArrayList<>();
    for (JsonLines.Line line = lines.next(); line != null; line = lines.next()) {
      String text = new String(line.bytes(), 0, line.length(), StandardCharsets.UTF_8);
      String kept = line.tooLong() ? "too long, " + line.length() : text;
      found.add(line.number() + ":" + (line.isBlank() ? "blank" : kept));
    }
    return found;
  }

  @Test
  void tellsBlankLines() throws IOException {
    assertEquals(
        List.of("1:a", "2:blank", "3:blank", "4:b\r", "5:c"), lines("a\n\n \t\r\nb\r\nc", 100));
    assertEquals(List.of(), lines("", 100));
    assertEquals(List.of("1:blank", "2:blank"), lines("\n\n", 100));
  }

  @Test
  void longLinesAreCutAndPassed() throws IOException {
    String longLine = "x".repeat(200_000);

    assertEquals(
        List.of("1:a", "2:too long, 150000", "3:b"), lines("a\n" + longLine + "\nb\n", 150_000));
    assertEquals(List.of("1:" + longLine, "2:b"), lines(longLine + "\nb", 200_000));
    assertEquals(List.of("1:too long, 4"), lines("     ", 4));
  }
}
