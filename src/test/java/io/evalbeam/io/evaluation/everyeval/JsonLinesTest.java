package io.evalbeam.io.evaluation.everyeval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of files of any size. */
class JsonLinesTest {
  private static List<String> lines(String text, int maxBytes) throws IOException {
    JsonLines lines =
        new JsonLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), maxBytes);
    List<String> found = new ArrayList<>();
    while (lines.next()) {
      String line = new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8);
      found.add(lines.number() + ":" + (lines.tooLong() ? "too long" : line));
    }
    return found;
  }

  @Test
  void numbersCountBlankLinesToo() throws IOException {
    assertEquals(List.of("1:a", "4:b\r", "5:c"), lines("a\n\n \t\r\nb\r\nc", 100));
    assertEquals(List.of(), lines("", 100));
    assertEquals(List.of(), lines("\n\n", 100));
  }

  @Test
  void longLinesAreSkippedWhole() throws IOException {
    String longLine = "x".repeat(200_000);

    assertEquals(List.of("1:a", "2:too long", "3:b"), lines("a\n" + longLine + "\nb\n", 150_000));
    assertEquals(List.of("1:" + longLine, "2:b"), lines(longLine + "\nb", 200_000));
  }
}
