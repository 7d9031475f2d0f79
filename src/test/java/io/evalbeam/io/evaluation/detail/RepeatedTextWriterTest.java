package io.evalbeam.io.evaluation.detail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainBinaryDictionaryValuesWriter;
import org.apache.parquet.column.values.fallback.FallbackValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;

/** Every test compares with Parquet's own writer, byte by byte. */
class RepeatedTextWriterTest {
  private static final int DICTIONARY_BYTES = 2_000;
  private static final HeapByteBufferAllocator HEAP = HeapByteBufferAllocator.getInstance();

  private final ValuesWriter ours = orPlain(new RepeatedTextWriter(DICTIONARY_BYTES, HEAP));

  @SuppressWarnings("deprecation") // the encodings of version 1 of the format
  private final ValuesWriter standard =
      orPlain(
          new PlainBinaryDictionaryValuesWriter(
              DICTIONARY_BYTES, Encoding.PLAIN_DICTIONARY, Encoding.PLAIN_DICTIONARY, HEAP));

  private static ValuesWriter orPlain(DictionaryValuesWriter dictionary) {
    return FallbackValuesWriter.of(dictionary, new PlainValuesWriter(64, 1 << 16, HEAP));
  }

  private static Binary text(String text) {
    return Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(BytesInput input) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    input.writeAllTo(out);
    return out.toByteArray();
  }

  private void write(Binary text) {
    ours.writeBytes(text);
    standard.writeBytes(text);
  }

  private void assertSamePage() throws IOException {
    assertArrayEquals(bytes(standard.getBytes()), bytes(ours.getBytes()));
    assertEquals(standard.getEncoding(), ours.getEncoding());
    ours.reset();
    standard.reset();
  }

  private void assertSameDictionary() throws IOException {
    DictionaryPage expected = standard.toDictPageAndClose();
    DictionaryPage page = ours.toDictPageAndClose();
    assertEquals(expected == null, page == null);
    if (expected != null && page != null) {
      assertEquals(expected.getDictionarySize(), page.getDictionarySize());
      assertEquals(expected.getEncoding(), page.getEncoding());
      assertArrayEquals(bytes(expected.getBytes()), bytes(page.getBytes()));
    }
  }

  @Test
  void textsOfRunsAndNamesInTurn() throws IOException {
    for (int run = 0; run < 3; run++) {
      List<Binary> names = List.of(text("exact"), text("f1 " + run), text("tokens"));
      for (int row = 0; row < 50; row++) {
        names.forEach(this::write);
      }
      assertSamePage();
    }
    assertSameDictionary();
  }

  @Test
  void anyOrderOfOldAndNewObjects() throws IOException {
    Random random = new Random(7);
    List<Binary> known = List.of(text("a"), text("b"), text("c"), text(""), text("ä"));
    for (int page = 0; page < 20; page++) {
      for (int i = 0; i < 200; i++) {
        Binary next = known.get(random.nextInt(known.size()));
        write(random.nextBoolean() ? next : text("fresh " + random.nextInt(60)));
      }
      assertSamePage();
    }
    assertSameDictionary();
  }

  @Test
  void bytesThatChangeUnderTheSameObject() throws IOException {
    byte[] bytes = {'a', 'b'};
    Binary reused = Binary.fromReusedByteArray(bytes);
    for (int i = 0; i < 60; i++) {
      bytes[0] = (byte) ('a' + i % 3);
      write(reused);
    }
    assertSamePage();
    assertSameDictionary();
  }

  @Test
  void tooManyTextsAreWrittenPlain() throws IOException {
    for (int i = 0; i < 1_000; i++) {
      write(text("text number " + i));
    }
    assertEquals(Encoding.PLAIN, ours.getEncoding());
    assertSamePage();
    assertSameDictionary();
  }

  @Test
  void theDictionaryBeginsAnewWithTheNextGroup() throws IOException {
    Binary first = text("first");
    write(first);
    write(text("second"));
    assertSamePage();
    assertSameDictionary();
    ours.resetDictionary();
    standard.resetDictionary();
    write(text("third"));
    write(first);
    assertSamePage();
    assertSameDictionary();
    assertEquals(standard.getBufferedSize(), ours.getBufferedSize());
  }
}
