package io.evalbeam.io.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.table.Table;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFooterTest {
  private static final Table<Issue> ISSUES = Table.of(Issue.class);

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    try (TableFileWriter<Issue> writer =
        new TableFileWriter<>(ISSUES, folder.toString(), "issues.parquet")) {
      file = Path.of(writer.finish().staged());
    }
  }

  private void assertMalformed(byte[] content, String message) throws IOException {
    Files.write(file, content);
    MalformedTableException e =
        assertThrows(MalformedTableException.class, () -> TableFooter.read(file.toString()));
    assertTrue(String.valueOf(e.getMessage()).endsWith(message), e.getMessage());
  }

  @Test
  void namesTableAndColumns() throws IOException {
    assertEquals(
        new TableFooter("issues", ISSUES.schema().getFieldNames()),
        TableFooter.read(file.toString()));
  }

  @Test
  void whatIsNotParquetIsSaidSo() throws IOException {
    assertMalformed(new byte[0], "not a Parquet file, or cut off");
    assertMalformed(new byte[100], "not a Parquet file, or cut off");
  }

  @Test
  void aFileThatIsCutOffIsSaidSo() throws IOException {
    byte[] content = Files.readAllBytes(file);
    assertMalformed(Arrays.copyOf(content, content.length - 1), "not a Parquet file, or cut off");
    assertMalformed(
        Arrays.copyOfRange(content, content.length - 12, content.length),
        "not a Parquet file, or cut off");
  }

  @Test
  void aDamagedFooterIsSaidSo() throws IOException {
    byte[] content = Files.readAllBytes(file);
    Arrays.fill(content, content.length - 200, content.length - 8, (byte) 0xff);
    assertMalformed(content, "the end of the Parquet file is damaged");
  }

  @Test
  void aFileThatIsNotThereIsSaidSo() {
    String path = folder.resolve("none.parquet").toString();
    assertThrows(FileNotFoundException.class, () -> TableFooter.read(path));
  }
}
