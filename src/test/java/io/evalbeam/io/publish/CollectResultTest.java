package io.evalbeam.io.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.schemas.run.InputFile;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.testing.Pipelines;
import io.evalbeam.testing.RunnerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RunnerTest
class CollectResultTest {
  private static final int GROUPS = 6_000;
  private static final List<StagedFile> FILES =
      List.of(
          new StagedFile("/staging/b", "issues/collect/issues.parquet", "issues", 0, 10, "bb"),
          new StagedFile("/staging/a", "models/models.parquet", "models", 7, 300, "aa"));
  private static final List<InputFile> INPUTS =
      List.of(
          new InputFile("marsh", "a.csv", "11", 5),
          new InputFile("marsh", "b.csv", "22", 6),
          new InputFile("zoo", "a.csv", "33", 7));

  @TempDir Path folder;

  /** Every group is counted twice, 1 + 10, besides a total in three parts. */
  private static List<StageCount> counts() {
    List<StageCount> counts = new ArrayList<>();
    for (int i = 0; i < GROUPS; i++) {
      counts.add(new StageCount("collect", "rows_read", "source_" + i, 1));
      counts.add(new StageCount("collect", "rows_read", "source_" + i, 10));
    }
    counts.add(new StageCount("collect", "rows_kept", "", 2));
    counts.add(new StageCount("collect", "rows_kept", "", 0));
    counts.add(new StageCount("collect", "rows_kept", "", 40));
    return counts;
  }

  private static <T> List<T> shuffled(List<T> elements) {
    List<T> shuffled = new ArrayList<>(elements);
    Collections.shuffle(shuffled, new Random(2));
    return shuffled;
  }

  private byte[] collect(String staging, List<StagedFile> files, List<StageCount> counts)
      throws IOException {
    TestPipeline pipeline = Pipelines.create();
    apply(pipeline, staging, files, counts, shuffled(INPUTS));
    pipeline.run().waitUntilFinish();
    return Files.readAllBytes(folder.resolve(staging).resolve(StageResult.FILE));
  }

  private void apply(
      TestPipeline pipeline,
      String staging,
      List<StagedFile> files,
      List<StageCount> counts,
      List<InputFile> inputs) {
    PCollectionTuple.of(CollectResult.FILES, create(pipeline, "Files", StagedFile.class, files))
        .and(CollectResult.COUNTS, create(pipeline, "Counts", StageCount.class, counts))
        .and(CollectResult.INPUTS, create(pipeline, "Inputs", InputFile.class, inputs))
        .apply(CollectResult.into(folder.resolve(staging).toString()));
  }

  private static <T> PCollection<T> create(
      TestPipeline pipeline, String name, Class<T> type, List<T> elements) {
    return pipeline.apply(name, Create.of(elements).withCoder(RecordCoders.of(type)));
  }

  @Test
  void gathersFilesAndInputsAndAddsCountsUp() throws IOException {
    byte[] first = collect("first", FILES, counts());
    StageResult result = Json.read(first, StageResult.class);
    assertEquals(FILES, result.files());
    assertEquals(INPUTS, result.inputs());
    List<StageCount> expected = new ArrayList<>();
    expected.add(new StageCount("collect", "rows_kept", "", 42));
    for (int i = 0; i < GROUPS; i++) {
      expected.add(new StageCount("collect", "rows_read", "source_" + i, 11));
    }
    expected.subList(1, expected.size()).sort((a, b) -> a.group().compareTo(b.group()));
    assertEquals(expected, result.counts());
    assertArrayEquals(first, collect("second", shuffled(FILES), shuffled(counts())));
  }

  @Test
  void writesAResultEvenWhenNothingWasProduced() throws IOException {
    TestPipeline pipeline = Pipelines.create();
    apply(pipeline, "empty", List.of(), List.of(), List.of());
    pipeline.run().waitUntilFinish();
    assertEquals(new StageResult(List.of(), List.of(), List.of()), read("empty"));
  }

  @Test
  void aJobWithoutInputsLeavesThemOut() throws IOException {
    TestPipeline pipeline = Pipelines.create();
    PCollectionTuple.of(CollectResult.FILES, create(pipeline, "Files", StagedFile.class, FILES))
        .and(CollectResult.COUNTS, create(pipeline, "Counts", StageCount.class, List.of()))
        .apply(CollectResult.into(folder.resolve("plain").toString()));
    pipeline.run().waitUntilFinish();
    assertEquals(new StageResult(FILES, List.of(), List.of()), read("plain"));
  }

  private StageResult read(String staging) throws IOException {
    return Json.read(
        Files.readAllBytes(folder.resolve(staging).resolve(StageResult.FILE)), StageResult.class);
  }
}
