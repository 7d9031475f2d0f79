package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.evaluation.Reference;
import io.evalbeam.schemas.evaluation.Response;
import io.evalbeam.schemas.evaluation.TextStatus;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the instances of a set ask, as one hash of 64 bits each: equal keys with different hashes
 * are different questions. 0 means that the text is not known. Immutable.
 */
public final class QuestionTexts {
  // FNV-1a (Fowler, Noll, Vo) over UTF-16 units.
  private static final long OFFSET = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;

  private final long[] hashes;

  private QuestionTexts(long[] hashes) {
    this.hashes = hashes;
  }

  /** Hashes in the order of the instances. */
  public static QuestionTexts of(long[] hashes) {
    return new QuestionTexts(hashes.clone());
  }

  /**
   * Hash of a question with its references and which of them are correct; 0 when the texts are not
   * available.
   */
  public static long hash(Response response) {
    String question = response.rawInput();
    if (response.textStatus() != TextStatus.AVAILABLE || question == null) {
      return 0;
    }
    long hash = mix(OFFSET, question);
    for (Reference reference : response.references()) {
      hash = mix((hash ^ (reference.correct() ? 1 : 2)) * PRIME, reference.text());
    }
    return hash == 0 ? 1 : hash;
  }

  /** Number of instances. */
  public int size() {
    return hashes.length;
  }

  /** Hash of an instance, 0 when its text is not known. */
  public long hash(int position) {
    return hashes[position];
  }

  /** Eight bytes for each instance, highest first. */
  public byte[] toBytes() {
    ByteWriter out = new ByteWriter();
    for (long hash : hashes) {
      out.putLong(hash);
    }
    return out.toBytes();
  }

  /**
   * The hashes that {@link #toBytes} described.
   *
   * @throws IllegalArgumentException when the bytes are no multiple of eight
   */
  public static QuestionTexts fromBytes(byte[] bytes) {
    ByteReader.check(bytes.length % Long.BYTES == 0, "hashes of texts end too early");
    ByteReader in = new ByteReader(bytes);
    long[] hashes = new long[bytes.length / Long.BYTES];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = in.readLong();
    }
    return new QuestionTexts(hashes);
  }

  /** Whether both texts are known and different. */
  static boolean differ(long first, long second) {
    return first != second && first != 0 && second != 0;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object == this
        || (object instanceof QuestionTexts other && Arrays.equals(hashes, other.hashes));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }

  /** The length in front keeps neighbouring texts apart. */
  private static long mix(long start, String text) {
    long hash = (start ^ text.length()) * PRIME;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }
}
