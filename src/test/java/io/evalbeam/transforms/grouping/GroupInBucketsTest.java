package io.evalbeam.transforms.grouping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.testing.Pipelines;
import io.evalbeam.testing.RunnerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Keys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

@RunnerTest
class GroupInBucketsTest {
  private static final int KEYS = 100;
  private static final int ROWS = 3_000;
  private static final int BUCKETS = 4;

  private static List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      // Long enough that the buckets need several chunks each.
      rows.add("key" + i % KEYS + ":" + i + "x".repeat(400));
    }
    return rows;
  }

  private static String keyOf(String row) {
    return row.substring(0, row.indexOf(':'));
  }

  @Test
  void everyKeyComesOnceWithAllItsElements() {
    TestPipeline pipeline = Pipelines.create();
    PCollection<KV<Integer, Iterable<byte[]>>> buckets =
        pipeline
            .apply(Create.of(rows()))
            .apply(GroupInBuckets.by(GroupInBucketsTest::keyOf, BUCKETS));
    PAssert.that(buckets).satisfies(GroupInBucketsTest::check);
    pipeline.run().waitUntilFinish();
  }

  @Test
  void everyBucketComesEvenWithoutElements() {
    TestPipeline pipeline = Pipelines.create();
    PCollection<Integer> keys =
        pipeline
            .apply(Create.empty(StringUtf8Coder.of()))
            .apply(GroupInBuckets.by(row -> row, BUCKETS))
            .apply(Keys.create());
    PAssert.that(keys).containsInAnyOrder(0, 1, 2, 3);
    pipeline.run().waitUntilFinish();
  }

  private static Void check(Iterable<KV<Integer, Iterable<byte[]>>> buckets) {
    Map<String, List<String>> actual = new TreeMap<>();
    for (KV<Integer, Iterable<byte[]>> bucket : buckets) {
      Bucket.groups(bucket.getValue(), StringUtf8Coder.of(), GroupInBucketsTest::keyOf)
          .forEach(
              (key, rows) -> assertEquals(null, actual.put(key, rows.stream().sorted().toList())));
    }
    Map<String, List<String>> expected = new TreeMap<>();
    rows().stream()
        .sorted()
        .forEach(row -> expected.computeIfAbsent(keyOf(row), k -> new ArrayList<>()).add(row));
    assertEquals(expected, actual);
    return null;
  }
}
