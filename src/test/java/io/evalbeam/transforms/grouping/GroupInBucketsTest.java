package io.evalbeam.transforms.grouping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.testing.Pipelines;
import io.evalbeam.testing.RunnerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

@RunnerTest
class GroupInBucketsTest {
  private static final int KEYS = 100;
  private static final int ROWS = 3_000;

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
    PCollection<KV<String, List<String>>> groups =
        pipeline.apply(Create.of(rows())).apply(GroupInBuckets.by(GroupInBucketsTest::keyOf, 4));
    PAssert.that(groups).satisfies(GroupInBucketsTest::check);
    pipeline.run().waitUntilFinish();
  }

  private static Void check(Iterable<KV<String, List<String>>> groups) {
    Map<String, List<String>> actual = new TreeMap<>();
    groups.forEach(
        group ->
            assertEquals(
                null, actual.put(group.getKey(), group.getValue().stream().sorted().toList())));
    Map<String, List<String>> expected = new TreeMap<>();
    rows().stream()
        .sorted()
        .forEach(row -> expected.computeIfAbsent(keyOf(row), k -> new ArrayList<>()).add(row));
    assertEquals(expected, actual);
    return null;
  }
}
