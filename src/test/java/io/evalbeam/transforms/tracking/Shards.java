package io.evalbeam.transforms.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.table.Buckets;
import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.EntityLink;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/** Packed shards as rows, counts as sums, outputs compared. */
final class Shards {
  private static final Map<TupleTag<?>, Class<?>> PACKED =
      Map.of(
          TrackingTags.EVIDENCE, EntityEvidence.class,
          TrackingTags.LINKS, EntityLink.class,
          TrackingTags.MODELS, TrackedModel.class,
          TrackingTags.ESTIMATES, FlopEstimate.class);

  private Shards() {}

  /** Rows as one packed element a shard, every shard from 0 included. */
  static <T> List<KV<Integer, byte[]>> pack(
      Class<T> type, List<T> rows, Function<T, String> name, int shards) {
    List<KV<Integer, byte[]>> packed = new ArrayList<>();
    for (int i = 0; i < shards; i++) {
      int shard = i;
      List<T> own =
          rows.stream().filter(row -> Buckets.of(name.apply(row), shards) == shard).toList();
      packed.add(KV.of(shard, PackedRows.pack(RecordCoders.of(type), own)));
    }
    return packed;
  }

  /** Rows of all shards in any order; every shard comes once and holds the names of its bucket. */
  static <T> List<T> unpack(
      Class<T> type, Iterable<KV<Integer, byte[]>> packed, Function<T, String> name, int shards) {
    SortedMap<Integer, List<T>> byShard = new TreeMap<>();
    for (KV<Integer, byte[]> shard : packed) {
      List<T> rows = new ArrayList<>();
      PackedRows.unpack(RecordCoders.of(type), shard.getValue(), rows::add);
      rows.forEach(row -> assertEquals(shard.getKey(), Buckets.of(name.apply(row), shards)));
      assertNull(byShard.put(shard.getKey(), rows), "shard " + shard.getKey() + " came twice");
    }
    assertEquals(shards, byShard.size());
    assertEquals(shards - 1, byShard.lastKey());
    return byShard.values().stream().flatMap(List::stream).toList();
  }

  /** {@code measure} or {@code measure group} with the sum of its counts. */
  static SortedMap<String, Long> sums(Iterable<StageCount> counts, String stage) {
    SortedMap<String, Long> sums = new TreeMap<>();
    for (StageCount count : counts) {
      assertEquals(stage, count.stage());
      sums.merge((count.measure() + " " + count.group()).strip(), count.count(), Long::sum);
    }
    return sums;
  }

  /** The same elements in another order. */
  static <T> List<T> shuffled(List<T> elements, long seed) {
    List<T> shuffled = new ArrayList<>(elements);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  /** Asserts that two runs of a transform give the same rows on every output. */
  static void assertSame(PCollectionTuple first, PCollectionTuple second) {
    assertEquals(first.getAll().keySet(), second.getAll().keySet());
    PCollection<KV<String, Integer>> balance =
        texts(texts(PCollectionList.empty(first.getPipeline()), first, 1), second, -1)
            .apply("Both", Flatten.pCollections())
            .apply("Balance", Sum.integersPerKey());
    PAssert.that(balance)
        .satisfies(
            rows -> {
              List<String> unlike = new ArrayList<>();
              int size = 0;
              for (KV<String, Integer> row : rows) {
                size++;
                if (row.getValue() != 0) {
                  unlike.add(row.getKey());
                }
              }
              assertEquals(List.of(), unlike);
              assertFalse(size == 0, "nothing to compare");
              return null;
            });
  }

  private static PCollectionList<KV<String, Integer>> texts(
      PCollectionList<KV<String, Integer>> before, PCollectionTuple outputs, int sign) {
    PCollectionList<KV<String, Integer>> all = before;
    for (Map.Entry<TupleTag<?>, PCollection<?>> output : outputs.getAll().entrySet()) {
      all =
          all.and(
              output
                  .getValue()
                  .apply(
                      "Texts" + all.size(),
                      ParDo.of(new Texts(PACKED.get(output.getKey()), sign))));
    }
    return all;
  }

  /** Every row, packed or not, as text with the sign of its run. */
  private static final class Texts extends DoFn<Object, KV<String, Integer>> {
    private final @Nullable Class<?> packed;
    private final int sign;

    Texts(@Nullable Class<?> packed, int sign) {
      this.packed = packed;
      this.sign = sign;
    }

    @ProcessElement
    public void process(@Element Object element, OutputReceiver<KV<String, Integer>> out) {
      if (packed != null && element instanceof KV<?, ?> shard) {
        PackedRows.unpack(
            RecordCoders.of(packed),
            (byte[]) shard.getValue(),
            row -> out.output(KV.of(shard.getKey() + " " + row, sign)));
      } else {
        out.output(KV.of(element.toString(), sign));
      }
    }
  }
}
