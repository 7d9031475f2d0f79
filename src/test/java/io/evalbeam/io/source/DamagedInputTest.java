package io.evalbeam.io.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.evalbeam.schemas.issue.IssueSeverity;
import io.evalbeam.schemas.tracking.ParsedRow;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Readers meet damage of every kind with issues, never with exceptions. */
class DamagedInputTest {
  private static final int TRIALS = 400;

  private static String sound(SourceFormat format) {
    return switch (format) {
      case CSV, EPOCH_CSV, MANUAL_CSV ->
          "model,elo,parameters\n\"Foo, 7B\",1234,7B\nBar,\"1,100\",-\n\"Baz\n\",86.2%,7e9\n";
      case HTML_TABLE ->
          "<table><thead><tr><th>model<th>elo<th>parameters</thead><tr><td>Foo<td rowspan=2>12"
              + "<td>7B</tr><tr><td><a href='x'>Bar</a><td>-</tr></table>";
      case MARKDOWN_TABLE -> "| model | elo |\n|---|--:|\n| **Foo** | 1,234 |\n| [B](u) | - |\n";
      case JSON_MODELS ->
          "{\"metadata\": {}, \"models\": [{\"name\": \"Foo\", \"benchmarks\": {\"elo\": 12.5}},"
              + " {\"name\": \"Bar\", \"last_updated\": \"2031-01-01T00:00:00\"}]}";
      case MANUAL_YAML -> "- model: Foo\n  parameters: 7B\n- {model: Bar, elo: 12}\n";
    };
  }

  private static byte[] damaged(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "\",\n<>|{}[]-:'*".charAt(random.nextInt(14));
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        default -> {
          byte[] longer = Arrays.copyOf(bytes, bytes.length + at);
          System.arraycopy(bytes, 0, longer, bytes.length, at);
          bytes = longer;
        }
      }
    }
    return bytes;
  }

  @ParameterizedTest
  @EnumSource
  void damageIsCounted(SourceFormat format) throws Exception {
    String columns =
        format == SourceFormat.JSON_MODELS
            ? ""
            : "columns: {model: model, attributes: {parameters: parameters}}\n"
                + "benchmarks: {score: elo}\n";
    SourceDescription description =
        Reading.description("name: a\nformat: " + format.key() + "\nlocation: a\n" + columns);
    byte[] sound = sound(format).getBytes(UTF_8);
    Random random = new Random(11);
    for (int trial = 0; trial < TRIALS; trial++) {
      byte[] bytes = damaged(sound, random);
      Reading reading = Reading.of(description, new ByteArrayInputStream(bytes));
      ReadCounts counts = reading.counts();
      assertEquals(
          IntStream.range(0, reading.rows().size())
              .mapToObj(i -> reading.rows().get(i).row())
              .sorted()
              .distinct()
              .toList(),
          reading.rows().stream().map(ParsedRow::row).toList(),
          "rows are numbered in order");
      long rejections =
          reading.issues().stream().filter(i -> i.severity() == IssueSeverity.REJECTED).count();
      assertFalse(rejections < counts.rejected(), "every rejected row has an issue");
      assertFalse(
          counts.kept() == 0 && reading.issues().isEmpty(), "nothing kept and nothing said");
      assertFalse(!counts.complete() && rejections == 0, "stopped without a word");
    }
  }
}
