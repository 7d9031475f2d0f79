package io.evalbeam.io.cell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8ReaderTest {

  private static String read(byte[] bytes) throws IOException {
    StringWriter text = new StringWriter();
    new Utf8Reader(new ByteArrayInputStream(bytes)).transferTo(text);
    return text.toString();
  }

  private static byte[] bytes(String before, int... bad) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(before.getBytes(UTF_8));
    for (int b : bad) {
      out.write(b);
    }
    return out.toByteArray();
  }

  @Test
  void readsTextAcrossBuffersAndDropsTheByteOrderMark() throws Exception {
    String text = "模型 🥇 é\n".repeat(50_000);
    assertEquals(text, read(("\ufeff" + text).getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 65_535, 65_536, 200_000})
  void namesTheFirstBadByte(int offset) throws Exception {
    String before = "a".repeat(offset);
    for (int[] bad : new int[][] {{0xff, 'b'}, {0xc3, '('}, {0xe4, 0xb8}, {0, 'b'}}) {
      MalformedTextException e =
          assertThrows(MalformedTextException.class, () -> read(bytes(before, bad)));
      assertEquals(offset, e.byteOffset());
    }
  }
}
