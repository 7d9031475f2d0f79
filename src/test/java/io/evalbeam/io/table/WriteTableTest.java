package io.evalbeam.io.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Buckets;
import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.tracking.AlternativeEstimate;
import io.evalbeam.schemas.tracking.Confidence;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.EstimationMethod;
import io.evalbeam.schemas.tracking.ObservedScore;
import io.evalbeam.schemas.tracking.ThresholdClass;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.testing.Pipelines;
import io.evalbeam.testing.RunnerTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RunnerTest
class WriteTableTest {
  @TempDir Path folder;

  private static TrackedModel model(int i) {
    boolean known = i % 3 != 0;
    return new TrackedModel(
        "m_" + i,
        "model_" + i,
        "Modell " + i,
        "Dev",
        known ? "2025-01-0" + (1 + i % 9) : null,
        known ? i * 1e9 : null,
        null,
        null,
        known ? 32_768L : null,
        null,
        known ? i * 0x1p80 : null,
        known ? 20.0 : null,
        known ? 21.0 : null,
        known ? 22.5 : null,
        Confidence.LOW,
        EstimationMethod.HARDWARE,
        1e25,
        ThresholdClass.NOT_SURE,
        null,
        "because ×",
        List.of(EstimateFlag.EPOCHS_ASSUMED),
        List.of(new AlternativeEstimate(1e22, Confidence.HIGH, EstimationMethod.NAME_SIZE, "r")),
        List.of(new ObservedScore("elo", 1200.5, null, "arena", i, "Modell")),
        List.of("a", "b"),
        List.of(),
        1,
        "2026-01-01T00:00:00Z");
  }

  private static List<TrackedModel> models() {
    List<TrackedModel> models = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      models.add(model(i));
    }
    return models;
  }

  private static List<KV<Integer, byte[]>> packed(List<TrackedModel> models, int shards) {
    List<KV<Integer, byte[]>> packed = new ArrayList<>();
    for (int shard = 0; shard < shards; shard++) {
      int number = shard;
      List<TrackedModel> rows =
          models.stream().filter(model -> Buckets.of(model.entityId(), shards) == number).toList();
      packed.add(KV.of(shard, PackedRows.pack(RecordCoders.of(TrackedModel.class), rows)));
    }
    return packed;
  }

  private List<StagedFile> write(List<TrackedModel> models, String name, int shards)
      throws Exception {
    TestPipeline pipeline = Pipelines.create();
    Path staging = Files.createDirectories(folder.resolve(name));
    PCollection<StagedFile> files =
        pipeline
            .apply(Create.of(packed(models, shards)))
            .apply(WriteShards.of(TrackedModel.class, staging.toString(), "estimated", shards));
    PAssert.that(files).satisfies(WriteTableTest::checkCount);
    pipeline.run().waitUntilFinish();
    List<StagedFile> staged = new ArrayList<>();
    try (Stream<Path> paths = Files.list(staging)) {
      for (Path path : paths.sorted().toList()) {
        staged.add(new StagedFile(path.toString(), "", "", 0, Files.size(path), hash(path)));
      }
    }
    return staged;
  }

  private static String hash(Path path) throws Exception {
    return io.evalbeam.io.files.Hashes.ofFile(path.toString());
  }

  private static Void checkCount(Iterable<StagedFile> files) {
    long rows = 0;
    for (StagedFile file : files) {
      rows += file.rows();
    }
    assertEquals(200, rows);
    return null;
  }

  @Test
  void rowsComeBackAsTheyWereWritten() throws Exception {
    write(models(), "round", 3);
    TestPipeline pipeline = Pipelines.create();
    PCollection<TrackedModel> read =
        pipeline.apply(ReadTable.from(TrackedModel.class, List.of(folder + "/round/*.parquet")));
    PAssert.that(read).containsInAnyOrder(models());
    pipeline.run().waitUntilFinish();
  }

  @Test
  void bytesDoNotDependOnTheOrderOfTheRows() throws Exception {
    List<TrackedModel> shuffled = models();
    Collections.shuffle(shuffled, new Random(5));
    List<String> first =
        write(models(), "first", 2).stream().map(StagedFile::sha256).sorted().toList();
    List<String> second =
        write(shuffled, "second", 2).stream().map(StagedFile::sha256).sorted().toList();
    assertEquals(first, second);
    assertEquals(2, first.size());
  }

  @Test
  void anEmptyTableHasAFileWithColumns() throws Exception {
    TestPipeline pipeline = Pipelines.create();
    pipeline
        .apply(Create.empty(TypeDescriptor.of(Issue.class)))
        .apply(WriteTable.toOneFile(Issue.class, folder.toString(), "issues"));
    pipeline.run().waitUntilFinish();
    TestPipeline second = Pipelines.create();
    PAssert.that(second.apply(ReadTable.from(Issue.class, List.of(folder + "/*.parquet")))).empty();
    second.run().waitUntilFinish();
  }

  @Test
  void theParquetSchemaCarriesTheDocumentation() {
    String schema =
        AvroTables.schema(io.evalbeam.schemas.table.Table.of(TrackedModel.class)).toString();
    assertFalse(schema.contains("\"doc\":\"\""));
    assertEquals(true, schema.contains("Threshold of the class, FLOP."));
  }
}
