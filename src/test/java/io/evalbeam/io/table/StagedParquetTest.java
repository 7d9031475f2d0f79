package io.evalbeam.io.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.io.files.Hashes;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.testing.Estimates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedParquetTest {
  private static final Table<TrackedModel> TABLE = Table.of(TrackedModel.class);
  private static final List<TrackedModel> MODELS =
      IntStream.range(0, 3_000)
          .mapToObj(i -> Estimates.model("tern_" + i, "Lab", i % 3 == 0 ? null : (Double) 1e25))
          .toList();

  @TempDir Path folder;

  private byte[] written;
  private byte[] disordered;
  private byte[] sorted;
  private StagedFile finished;

  @BeforeEach
  void finishDisordered() throws IOException {
    written = write();
    disordered = reversed(written);
    finished = finish(disordered, disordered.length / 2);
    sorted = Files.readAllBytes(Path.of(finished.staged()));
  }

  /** Gives a file to a staged one, the bytes from a position on when it is told to finish. */
  private StagedFile finish(byte[] file, int position) throws IOException {
    try (StagedParquet output = StagedParquet.create(folder.toString(), "models.parquet")) {
      OutputStream content = output.content();
      content.write(file, 0, position);
      return output.finish(
          () -> content.write(file, position, file.length - position), "models", MODELS.size());
    }
  }

  private byte[] write() throws IOException {
    try (TableFileWriter<TrackedModel> writer =
        new TableFileWriter<>(TABLE, folder.toString(), "models.parquet")) {
      for (TrackedModel model : MODELS) {
        writer.write(model);
      }
      StagedFile file = writer.finish();
      return Files.readAllBytes(Path.of(file.staged()));
    }
  }

  private static int footerLength(byte[] file) {
    return ByteBuffer.wrap(file, file.length - 8, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  private static FileMetaData metadata(byte[] file) throws IOException {
    int length = footerLength(file);
    return Util.readFileMetaData(new ByteArrayInputStream(file, file.length - 8 - length, length));
  }

  /** The same file as another process might have written it. */
  private static byte[] reversed(byte[] file) throws IOException {
    FileMetaData metadata = metadata(file);
    encodings(metadata).forEach(Collections::reverse);
    Collections.reverse(metadata.getKey_value_metadata());
    ByteArrayOutputStream footer = new ByteArrayOutputStream();
    Util.writeFileMetaData(metadata, footer);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, file.length - 8 - footerLength(file));
    out.writeBytes(footer.toByteArray());
    out.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.size()).array());
    out.write(file, file.length - 4, 4);
    return out.toByteArray();
  }

  private static List<List<Encoding>> encodings(FileMetaData metadata) {
    return metadata.getRow_groups().stream()
        .flatMap(group -> group.getColumns().stream())
        .map(column -> column.getMeta_data().getEncodings())
        .toList();
  }

  @Test
  void encodingsOfEveryColumnAreSorted() throws IOException {
    List<List<Encoding>> before = encodings(metadata(disordered));
    List<List<Encoding>> after = encodings(metadata(sorted));
    assertFalse(after.isEmpty());
    assertNotEquals(before, after);
    assertEquals(before.stream().map(list -> list.stream().sorted().toList()).toList(), after);
  }

  @Test
  void entriesAboutTheFileAreSorted() throws IOException {
    List<String> before = keys(disordered);
    List<String> after = keys(sorted);
    assertTrue(after.size() > 1);
    assertNotEquals(before, after);
    assertEquals(before.stream().sorted().toList(), after);
  }

  private static List<String> keys(byte[] file) throws IOException {
    return metadata(file).getKey_value_metadata().stream().map(KeyValue::getKey).toList();
  }

  @Test
  void processesThatDifferInTheOrderGiveTheSameBytes() throws IOException {
    assertFalse(Arrays.equals(written, disordered));
    assertArrayEquals(written, sorted);
  }

  @Test
  void theStagedFileDescribesWhatWasWritten() throws IOException {
    assertEquals(
        new StagedFile(
            finished.staged(),
            "models.parquet",
            "models",
            MODELS.size(),
            sorted.length,
            Hashes.ofFile(finished.staged())),
        finished);
  }

  @Test
  void itDoesNotMatterHowMuchWasWrittenBeforeTheFooter() throws IOException {
    int footerStart = disordered.length - 8 - footerLength(disordered);
    for (int position : List.of(0, footerStart - 1, footerStart)) {
      assertEquals(finished.sha256(), finish(disordered, position).sha256());
    }
  }

  @Test
  void aWriterThatClosesWithoutAFooterFails() {
    assertThrows(IOException.class, () -> finish(disordered, disordered.length - 9));
    assertThrows(IOException.class, () -> finish(disordered, disordered.length));
  }

  @Test
  void theFileHasTheSameRows() throws IOException {
    List<TrackedModel> rows = new ArrayList<>();
    try (TableFileReader<TrackedModel> reader = new TableFileReader<>(TABLE, finished.staged())) {
      for (TrackedModel row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    }
    assertEquals(MODELS, rows);
  }
}
