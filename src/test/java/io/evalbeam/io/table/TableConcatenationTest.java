package io.evalbeam.io.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.testing.Estimates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableConcatenationTest {
  private static final Table<TrackedModel> MODELS = Table.of(TrackedModel.class);

  @TempDir Path folder;

  @Test
  void rowsFollowInTheOrderOfTheParts() throws IOException {
    List<TrackedModel> first = models(0, 300);
    List<TrackedModel> last = models(300, 700);
    List<String> parts = List.of(part(first), part(List.of()), part(last));
    StagedFile joined = join(parts);
    List<TrackedModel> expected = new ArrayList<>(first);
    expected.addAll(last);
    List<TrackedModel> rows = new ArrayList<>();
    TableFileReader.forEach(TrackedModel.class, joined.staged(), rows::add);
    assertEquals(expected, rows);
    assertEquals(700, joined.rows());
    assertEquals("models", joined.table());
    assertEquals(Files.size(Path.of(joined.staged())), joined.bytes());
    assertEquals(TableFooter.read(parts.get(0)), TableFooter.read(joined.staged()));
  }

  @Test
  void everyPartStaysARowGroup() throws IOException {
    StagedFile joined = join(List.of(part(models(0, 2_000)), part(models(0, 5))));
    try (ChannelInput input = ChannelInput.open(joined.staged());
        ParquetFileReader reader = ParquetFileReader.open(input)) {
      List<Long> rows = reader.getRowGroups().stream().map(BlockMetaData::getRowCount).toList();
      assertEquals(List.of(2_000L, 5L), rows);
    }
  }

  @Test
  void withoutRowsThereIsAnEmptyTable() throws IOException {
    StagedFile joined = join(List.of(part(List.of())));
    List<TrackedModel> rows = new ArrayList<>();
    TableFileReader.forEach(TrackedModel.class, joined.staged(), rows::add);
    assertEquals(List.of(), rows);
  }

  @Test
  void refusesAPartOfAnotherTable() throws IOException {
    String other;
    try (TableFileWriter<Issue> writer =
        new TableFileWriter<>(Table.of(Issue.class), folder.toString(), "issues.parquet")) {
      other = writer.finish().staged();
    }
    List<String> parts = List.of(part(models(0, 1)), other);
    MalformedTableException e = assertThrows(MalformedTableException.class, () -> join(parts));
    assertTrue(String.valueOf(e.getMessage()).startsWith(other), e::toString);
  }

  private StagedFile join(List<String> parts) throws IOException {
    return TableConcatenation.write(MODELS, parts, folder.toString(), "models.parquet");
  }

  private String part(List<TrackedModel> models) throws IOException {
    try (TableFileWriter<TrackedModel> writer =
        new TableFileWriter<>(MODELS, folder.toString(), "part.parquet")) {
      for (TrackedModel model : models) {
        writer.write(model);
      }
      return writer.finish().staged();
    }
  }

  private static List<TrackedModel> models(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> Estimates.model("tern_" + i, "Lab", i % 3 == 0 ? null : (Double) 1e25))
        .toList();
  }
}
