package io.evalbeam.io.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.testing.Estimates;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileReaderTest {
  private static final Table<TrackedModel> MODELS = Table.of(TrackedModel.class);

  @TempDir Path folder;

  private StagedFile write(List<TrackedModel> models) throws IOException {
    try (TableFileWriter<TrackedModel> writer =
        new TableFileWriter<>(MODELS, folder.toString(), "models.parquet")) {
      for (TrackedModel model : models) {
        writer.write(model);
      }
      return writer.finish();
    }
  }

  private static List<TrackedModel> read(StagedFile file) throws IOException {
    List<TrackedModel> rows = new ArrayList<>();
    try (TableFileReader<TrackedModel> reader = new TableFileReader<>(MODELS, file.staged())) {
      for (TrackedModel row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
      assertNull(reader.read());
    }
    return rows;
  }

  @Test
  void readsRowsInFileOrderWithListsAndGaps() throws IOException {
    List<TrackedModel> models =
        IntStream.range(0, 5_000)
            .mapToObj(i -> Estimates.model("tern_" + i, "Lab", i % 3 == 0 ? null : (Double) 1e25))
            .toList();
    assertEquals(models, read(write(models)));
  }

  @Test
  void aFileWithoutRowsHasNone() throws IOException {
    assertEquals(List.of(), read(write(List.of())));
  }

  @Test
  void aFileThatIsNotThereIsSaidSo() {
    String path = folder.resolve("none.parquet").toString();
    assertThrows(FileNotFoundException.class, () -> new TableFileReader<>(MODELS, path).close());
  }

  @Test
  void aFileOfAnotherTableIsSaidSo() throws IOException {
    StagedFile models = write(List.of(Estimates.model("tern", "Lab", 1e25)));
    try (TableFileReader<Issue> reader =
        new TableFileReader<>(Table.of(Issue.class), models.staged())) {
      MalformedTableException e = assertThrows(MalformedTableException.class, reader::read);
      assertTrue(String.valueOf(e.getMessage()).startsWith(models.staged()), e::toString);
    }
  }
}
