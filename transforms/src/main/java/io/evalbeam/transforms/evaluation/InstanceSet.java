package io.evalbeam.transforms.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys of instances in ascending order (of UTF-16 units), each once. Immutable; equality is by
 * content, and quick between objects that {@link UnitDecoder} made of equal bytes.
 */
public final class InstanceSet {
  private static final int VERSION = 1;

  private final String[] keys;
  private final int hash;

  private InstanceSet(String[] keys) {
    this.keys = keys;
    this.hash = Arrays.hashCode(keys);
  }

  /** The set of some keys in any order; repetitions count once. */
  public static InstanceSet of(Collection<String> keys) {
    return new InstanceSet(keys.stream().sorted().distinct().toArray(String[]::new));
  }

  /** The set of keys that are in order already. The array is kept. */
  static InstanceSet ofSorted(String[] keys) {
    for (int i = 1; i < keys.length; i++) {
      ByteReader.check(keys[i - 1].compareTo(keys[i]) < 0, "instance keys are out of order");
    }
    return new InstanceSet(keys);
  }

  /** All instances that are in at least one of the sets. */
  static InstanceSet union(Collection<InstanceSet> sets) {
    List<InstanceSet> distinct = sets.stream().distinct().toList();
    if (distinct.size() == 1) {
      return distinct.get(0);
    }
    List<String> all = new ArrayList<>();
    distinct.forEach(set -> all.addAll(Arrays.asList(set.keys)));
    return of(all);
  }

  /** Number of instances. */
  public int size() {
    return keys.length;
  }

  /** Key at a position. */
  public String key(int position) {
    return keys[position];
  }

  /** Position of a key; negative when it is not in the set. */
  public int indexOf(String key) {
    return Arrays.binarySearch(keys, key);
  }

  /**
   * Canonical bytes: equal sets have equal bytes. Every key states how much of the one before it
   * repeats, then the rest.
   */
  public byte[] toBytes() {
    ByteWriter out = new ByteWriter();
    out.putByte(VERSION);
    out.putNumber(keys.length);
    String previous = "";
    for (String key : keys) {
      int shared = shared(previous, key);
      out.putNumber(shared);
      out.putText(key, shared);
      previous = key;
    }
    return out.toBytes();
  }

  /**
   * The set that {@link #toBytes} described.
   *
   * @throws IllegalArgumentException when the bytes were not made by it
   */
  public static InstanceSet fromBytes(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    ByteReader.check(in.readByte() == VERSION, "unknown version of instance keys");
    String[] keys = new String[in.readCount()];
    String previous = "";
    for (int i = 0; i < keys.length; i++) {
      int shared = in.readNumber(previous.length());
      StringBuilder key = new StringBuilder(previous.substring(0, shared));
      in.readText(key);
      keys[i] = key.toString();
      ByteReader.check(shared == shared(previous, keys[i]), "an instance key repeats too little");
      previous = keys[i];
    }
    in.end();
    return ofSorted(keys);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object == this
        || (object instanceof InstanceSet other
            && hash == other.hash
            && Arrays.equals(keys, other.keys));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return keys.length + " instances";
  }

  private static int shared(String first, String second) {
    int end = Math.min(first.length(), second.length());
    int i = 0;
    while (i < end && first.charAt(i) == second.charAt(i)) {
      i++;
    }
    return i;
  }
}
