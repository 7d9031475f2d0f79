package io.evalbeam.io.evaluation.detail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter;
import org.apache.parquet.column.values.dictionary.IntList;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Writes texts as numbers of a dictionary, the same bytes as Parquet's own writer. That one hashes
 * and compares every text; this one first looks whether the text is the very object that followed
 * the one before the last time, which holds for what is equal in all rows of a run and for the
 * names of metrics.
 */
final class RepeatedTextWriter extends DictionaryValuesWriter {
  private static final int FIRST_CAPACITY = 32;

  private final Map<Binary, Integer> numbers = new HashMap<>();
  private final List<Binary> texts = new ArrayList<>();
  private @Nullable Binary[] followers = new Binary[FIRST_CAPACITY];
  private int[] followerNumbers = new int[FIRST_CAPACITY];
  private int last;

  // PLAIN_DICTIONARY is how version 1 of the format calls both encodings.
  @SuppressWarnings("deprecation")
  RepeatedTextWriter(int maxDictionaryBytes, ByteBufferAllocator allocator) {
    super(maxDictionaryBytes, Encoding.PLAIN_DICTIONARY, Encoding.PLAIN_DICTIONARY, allocator);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the point of it; equal objects are found the long way
  public void writeBytes(Binary text) {
    int number = followers[last] == text ? followerNumbers[last] : find(text);
    encodedValues.add(number);
    last = number;
  }

  private int find(Binary text) {
    Integer known = numbers.get(text);
    int number = known == null ? add(text) : known;
    // A text whose bytes will change must not be recognised by its object.
    followers[last] = text.isBackingBytesReused() ? null : text;
    followerNumbers[last] = number;
    return number;
  }

  private int add(Binary text) {
    int number = texts.size();
    Binary copy = text.copy();
    numbers.put(copy, number);
    texts.add(copy);
    dictionaryByteSize += Integer.BYTES + text.length();
    if (number == followers.length) {
      followers = Arrays.copyOf(followers, number * 2);
      followerNumbers = Arrays.copyOf(followerNumbers, number * 2);
    }
    return number;
  }

  /** Null when no page used the dictionary, as the caller expects. */
  @Override
  @SuppressWarnings("NullAway") // Parquet's interface has no annotations
  public DictionaryPage toDictPageAndClose() {
    if (lastUsedDictionarySize == 0) {
      return null;
    }
    // Closed by the page that it becomes.
    PlainValuesWriter encoder =
        new PlainValuesWriter(lastUsedDictionaryByteSize, maxDictionaryByteSize, allocator);
    texts.subList(0, lastUsedDictionarySize).forEach(encoder::writeBytes);
    return dictPage(encoder);
  }

  @Override
  protected void fallBackDictionaryEncodedData(ValuesWriter writer) {
    for (IntList.IntIterator written = encodedValues.iterator(); written.hasNext(); ) {
      writer.writeBytes(texts.get(written.next()));
    }
  }

  @Override
  protected void clearDictionaryContent() {
    numbers.clear();
    texts.clear();
    Arrays.fill(followers, null);
    last = 0;
  }

  @Override
  protected int getDictionarySize() {
    return texts.size();
  }
}
