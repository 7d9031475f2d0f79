package io.evalbeam.io.evaluation.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import io.evalbeam.schemas.evaluation.RunFile;
import io.evalbeam.schemas.issue.IssueCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileReaderTest {
  @TempDir Path folder;

  private RunFile file(String name, byte[] content) throws IOException {
    Path path = Files.write(folder.resolve(name), content);
    return new RunFile(name, path.toString(), content.length, "");
  }

  private RunFile file(String content) throws IOException {
    return file("values.json", content.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String value(JsonParser parser) throws IOException {
    parser.nextToken();
    return parser.readValueAsTree().toString();
  }

  private static BrokenFileException failure(RunFile file) {
    return assertThrows(
        BrokenFileException.class,
        () -> new JsonFileReader().read(file, JsonFileReaderTest::value));
  }

  @Test
  void plainAndCompressedFilesHoldTheSame() throws IOException, BrokenFileException {
    JsonFileReader reader = new JsonFileReader();
    RunFile compressed = file("values.json.gz", gzip("[1, 2]\n"));
    assertEquals("[1,2]", reader.read(file("[1, 2]\n"), JsonFileReaderTest::value).value());
    assertEquals("[1,2]", reader.read(compressed, JsonFileReaderTest::value).value());
  }

  @Test
  void bytesBehindTheValueAreToldWithTheirPlace() throws IOException, BrokenFileException {
    JsonFileReader reader = new JsonFileReader();
    assertEquals(
        OptionalLong.of(6), reader.read(file("[1, 2] x"), JsonFileReaderTest::value).trailing());
    assertEquals(
        OptionalLong.of(6), reader.read(file("[1, 2]{}"), JsonFileReaderTest::value).trailing());
    assertEquals(
        OptionalLong.empty(), reader.read(file("[1, 2] "), JsonFileReaderTest::value).trailing());
  }

  @Test
  void aCutFileHasTheOffsetOfItsEnd() throws IOException {
    BrokenFileException e = failure(file("[1, {\"a\": "));
    assertEquals(IssueCode.PARSE_ERROR, e.code());
    assertEquals("byte 10", e.location());
  }

  @Test
  void damagedCompressionIsDamageAndNoFailure() throws IOException {
    byte[] whole = gzip("[1, 2, 3, 4, 5, 6, 7, 8, 9]");
    byte[] cut = Arrays.copyOf(whole, whole.length - 12);
    assertEquals(IssueCode.PARSE_ERROR, failure(file("cut.json.gz", cut)).code());
    byte[] wrong = "no gzip".getBytes(StandardCharsets.UTF_8);
    assertEquals(IssueCode.PARSE_ERROR, failure(file("wrong.json.gz", wrong)).code());
  }

  @Test
  void anotherSizeThanListedIsUnstable() throws IOException {
    RunFile file = file("[1, 2]");
    RunFile shorter = new RunFile(file.name(), file.path(), file.bytes() - 1, "");
    RunFile longer = new RunFile(file.name(), file.path(), file.bytes() + 1, "");
    assertEquals(IssueCode.UNSTABLE_FILE, failure(shorter).code());
    assertEquals(IssueCode.UNSTABLE_FILE, failure(longer).code());
    RunFile compressed = file("a.json.gz", gzip("[1]"));
    RunFile grown = new RunFile("a.json.gz", compressed.path(), compressed.bytes() - 1, "");
    assertEquals(IssueCode.UNSTABLE_FILE, failure(grown).code());
  }

  @Test
  void theLastByteIsSeenBehindBlanks() throws IOException, BrokenFileException {
    assertTrue(new JsonFileReader().endsWith(file("{} \n"), '}'));
    assertFalse(new JsonFileReader().endsWith(file("{\"a\": 1"), '}'));
    assertFalse(new JsonFileReader().endsWith(file(""), '}'));
  }
}
