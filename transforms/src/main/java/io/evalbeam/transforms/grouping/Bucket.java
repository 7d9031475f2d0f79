package io.evalbeam.transforms.grouping;

import io.evalbeam.schemas.table.PackedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.beam.sdk.coders.Coder;

/** Reads what {@link GroupInBuckets} brought together. */
public final class Bucket {
  private Bucket() {}

  /**
   * The groups of a bucket by key; the order inside a group is not defined.
   *
   * @param chunks read once
   */
  public static <T> SortedMap<String, List<T>> groups(
      Iterable<byte[]> chunks, Coder<T> coder, Function<T, String> key) {
    SortedMap<String, List<T>> groups = new TreeMap<>();
    for (byte[] chunk : chunks) {
      PackedRows.unpack(
          coder,
          chunk,
          element ->
              groups.computeIfAbsent(key.apply(element), k -> new ArrayList<>()).add(element));
    }
    return groups;
  }
}
