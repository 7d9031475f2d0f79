package io.evalbeam.io.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.files.Hashes;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.testing.Pipelines;
import io.evalbeam.testing.RunnerTest;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RunnerTest
class TableTransformsTest {
  private static final Table<Issue> ISSUES = Table.of(Issue.class);

  @TempDir Path folder;

  private static Issue issue(String source, int row) {
    return Issue.rejected(
        IssueCode.NAME_MISSING, "table-test", source, "row " + row, "x" + row, "no name");
  }

  /** In the order of the table's key, with two equal rows. */
  private static List<Issue> issues() {
    List<Issue> issues = new ArrayList<>();
    for (int row = 100; row < 180; row++) {
      issues.add(issue(row < 140 ? "marsh" : "zoo", row));
    }
    issues.add(issue("zoo", 179));
    return issues;
  }

  private static List<Issue> shuffled() {
    List<Issue> shuffled = issues();
    Collections.shuffle(shuffled, new Random(9));
    return shuffled;
  }

  private static List<Issue> rows(String path) {
    List<Issue> rows = new ArrayList<>();
    try (TableFileReader<Issue> reader = new TableFileReader<>(ISSUES, path)) {
      for (Issue row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** What a staged file says of itself is true. */
  private static void check(StagedFile file, String target, List<Issue> rows) {
    assertEquals(target, file.target());
    assertEquals("issues", file.table());
    assertEquals(rows, rows(file.staged()));
    assertEquals(rows.size(), file.rows());
    try {
      assertEquals(Files.size(Path.of(file.staged())), file.bytes());
      assertEquals(Hashes.ofFile(file.staged()), file.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] writeOneFile(String name, List<Issue> rows) throws IOException {
    Path staging = Files.createDirectories(folder.resolve(name));
    TestPipeline pipeline = Pipelines.create();
    PCollection<StagedFile> files =
        pipeline
            .apply(Create.of(rows).withCoder(RecordCoders.of(Issue.class)))
            .apply(WriteTable.toOneFile(Issue.class, staging.toString(), "issues/test"));
    PAssert.thatSingleton(files)
        .satisfies(
            file -> {
              check(file, "issues/test/issues.parquet", issues());
              return null;
            });
    pipeline.run().waitUntilFinish();
    try (Stream<Path> staged = Files.list(staging)) {
      return Files.readAllBytes(staged.findFirst().orElseThrow());
    }
  }

  @Test
  void aSmallTableIsOneSortedFileWhoseBytesDependOnItsRowsAlone() throws IOException {
    assertArrayEquals(writeOneFile("first", issues()), writeOneFile("second", shuffled()));
  }

  @Test
  void everyShardIsASortedFileAndAnEmptyOneToo() {
    List<Issue> marsh = shuffled().stream().filter(i -> i.source().equals("marsh")).toList();
    List<Issue> zoo = shuffled().stream().filter(i -> i.source().equals("zoo")).toList();
    TestPipeline pipeline = Pipelines.create();
    PCollection<StagedFile> files =
        pipeline
            .apply(Create.of(packed(2, zoo), packed(0, marsh), packed(1, List.of())))
            .apply(WriteShards.of(Issue.class, folder.toString(), "issues/test", 3));
    PAssert.that(files).satisfies(TableTransformsTest::checkShards);
    pipeline.run().waitUntilFinish();
  }

  private static Void checkShards(Iterable<StagedFile> files) {
    List<StagedFile> sorted = new ArrayList<>();
    files.forEach(sorted::add);
    sorted.sort((a, b) -> a.target().compareTo(b.target()));
    assertEquals(3, sorted.size());
    check(sorted.get(0), "issues/test/issues-00000-of-00003.parquet", issues().subList(0, 40));
    check(sorted.get(1), "issues/test/issues-00001-of-00003.parquet", List.of());
    check(sorted.get(2), "issues/test/issues-00002-of-00003.parquet", issues().subList(40, 81));
    return null;
  }

  @Test
  void aSingleShardHasAPlainName() {
    TestPipeline pipeline = Pipelines.create();
    PCollection<StagedFile> files =
        pipeline
            .apply(Create.of(List.of(packed(0, shuffled()))))
            .apply(WriteShards.of(Issue.class, folder.toString(), "issues/test", 1));
    PAssert.thatSingleton(files)
        .satisfies(
            file -> {
              check(file, "issues/test/issues.parquet", issues());
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private static KV<Integer, byte[]> packed(int shard, List<Issue> rows) {
    return KV.of(shard, PackedRows.pack(RecordCoders.of(Issue.class), rows));
  }

  @Test
  void readsEveryFileOfEveryPattern() throws IOException {
    write("a/one.parquet", issues().subList(0, 30));
    write("a/two.parquet", issues().subList(30, 50));
    write("b/three.parquet", issues().subList(50, 81));
    write("c/other.parquet", List.of(issue("other", 1)));
    TestPipeline pipeline = Pipelines.create();
    PAssert.that(
            pipeline.apply(
                ReadTable.from(
                    Issue.class, List.of(folder + "/a/*.parquet", folder + "/b/three.parquet"))))
        .containsInAnyOrder(issues());
    pipeline.run().waitUntilFinish();
  }

  private void write(String name, List<Issue> rows) throws IOException {
    try (TableFileWriter<Issue> writer =
        new TableFileWriter<>(ISSUES, folder.resolve("staging").toString(), name)) {
      for (Issue row : rows) {
        writer.write(row);
      }
      Path target = folder.resolve(name);
      Files.createDirectories(target.getParent());
      Files.move(Path.of(writer.finish().staged()), target);
    }
  }

  @Test
  void aPatternWithoutAMatchFailsTheJob() throws IOException {
    write("a/one.parquet", issues());
    TestPipeline pipeline = Pipelines.create();
    pipeline.apply(
        ReadTable.from(Issue.class, List.of(folder + "/a/*.parquet", folder + "/none/*.parquet")));
    Throwable failure =
        assertThrows(RuntimeException.class, () -> pipeline.run().waitUntilFinish());
    StringBuilder messages = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      messages.append(cause.getMessage()).append('\n');
    }
    assertTrue(messages.toString().contains("none"), messages.toString());
  }
}
