package io.evalbeam.io.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.reference.InvalidConfigurationException;
import io.evalbeam.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFilesTest {

  private static String text(CsvTable table) {
    return new String(CsvFiles.write(table), StandardCharsets.UTF_8);
  }

  @Test
  void byteOrderMarkCrlfQuotesAndLineBreaksAreRead() {
    CsvTable table =
        CsvFiles.parse("\uFEFFa,b\r\n\"x\r\ny\",\"say \"\"hi\"\"\"\r\n\r\n ,\r\n", "f");
    assertEquals(
        new CsvTable(List.of("a", "b"), List.of(List.of("x\r\ny", "say \"hi\""), List.of(" ", ""))),
        table);
  }

  @Test
  void onlyCellsThatNeedQuotesGetThem() {
    CsvTable table =
        new CsvTable(
            List.of("a", "b"),
            List.of(List.of("x,y", "#z "), List.of("l\nm", "\"q\""), List.of("", "é×")));
    assertEquals("a,b\n\"x,y\",#z \n\"l\nm\",\"\"\"q\"\"\"\n,é×\n", text(table));
  }

  @Test
  void aRowOfOneEmptyCellSurvives() {
    CsvTable table = new CsvTable(List.of("a"), List.of(List.of(""), List.of("x")));
    assertEquals(table, CsvFiles.parse(text(table), "f"));
  }

  @Test
  void whateverIsWrittenIsReadBack() {
    Random random = new Random(7);
    String alphabet = "ab,\"\n\r '=-×模";
    for (int round = 0; round < 200; round++) {
      int columns = 1 + random.nextInt(4);
      List<String> header = List.of("c0", "c1", "c2", "c3").subList(0, columns);
      List<List<String>> rows =
          random
              .ints(random.nextInt(5), 0, 6)
              .mapToObj(
                  length ->
                      random
                          .ints(columns, 0, length + 1)
                          .mapToObj(
                              size -> {
                                StringBuilder cell = new StringBuilder();
                                random
                                    .ints(size, 0, alphabet.length())
                                    .forEach(i -> cell.append(alphabet.charAt(i)));
                                return cell.toString();
                              })
                          .toList())
              .toList();
      CsvTable table = new CsvTable(header, rows);
      assertEquals(table, CsvFiles.parse(text(table), "f"));
    }
  }

  @Test
  void everyRaggedRowIsNamed() {
    InvalidConfigurationException e =
        assertThrows(
            InvalidConfigurationException.class,
            () -> CsvFiles.parse("a,b\n1,2\n3\n\"4\n5\",6,7\n", "f.csv"));
    assertEquals(
        List.of(
            "f.csv: record 3, which ends on line 3, has 1 cells and the header has 2",
            "f.csv: record 4, which ends on line 5, has 3 cells and the header has 2"),
        e.problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,a\n1,2\n", "a\n\"open\n", "a\n\"x\"y\n"})
  void damagedFilesAreRefused(String text) {
    InvalidConfigurationException e =
        assertThrows(InvalidConfigurationException.class, () -> CsvFiles.parse(text, "f.csv"));
    assertTrue(e.problems().get(0).startsWith("f.csv: "), e.getMessage());
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    byte[] latin = "a\ncafé\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThrows(
        InvalidConfigurationException.class,
        () -> CsvFiles.read(new ByteArrayInputStream(latin), "f.csv"));
  }

  @Test
  void exportNeutralisesFormulasAndWriteDoesNot() {
    CsvTable table = new CsvTable(List.of("a"), List.of(List.of("=1+1")));
    assertEquals("a\n=1+1\n", text(table));
    byte[] exported = CsvFiles.export(table);
    assertEquals("a\n'=1+1\n", new String(exported, StandardCharsets.UTF_8));
    CsvTable again = CsvFiles.parse(new String(exported, StandardCharsets.UTF_8), "f");
    assertArrayEquals(exported, CsvFiles.export(again));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curated/above_1e25_flop.csv",
        "curated/below_1e25_flop.csv",
        "curated/above_1e25_flop_staging.csv",
        "published/published_data.csv",
        "expected/s4/above_1e25_flop.csv"
      })
  void realFilesComeBackByteForByte(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(SharedData.path("data/model-tracker/" + file));
    assertArrayEquals(bytes, CsvFiles.write(CsvFiles.read(new ByteArrayInputStream(bytes), file)));
  }
}
