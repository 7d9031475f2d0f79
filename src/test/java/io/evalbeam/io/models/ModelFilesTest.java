package io.evalbeam.io.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evalbeam.io.files.Hashes;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StagedFile;
import io.evalbeam.schemas.tracking.json.ModelJson;
import io.evalbeam.schemas.tracking.json.ModelVocabulary;
import io.evalbeam.schemas.tracking.json.TrackedModelJson;
import io.evalbeam.testing.Estimates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Model files as they are written and read. */
class ModelFilesTest {
  private static final ModelFileWriter.Header HEADER =
      new ModelFileWriter.Header("zoo \"größer\"", "scraped", "2026-01-02T03:04:05Z");

  @TempDir Path folder;

  /** A file as read: names with their rows, issues as {@code code location}. */
  private record Reading(
      ModelFileReader reader, List<ModelJson> models, List<String> rows, List<String> issues) {

    static Reading of(byte[] file) throws IOException {
      List<ModelJson> models = new ArrayList<>();
      List<String> rows = new ArrayList<>();
      List<Issue> issues = new ArrayList<>();
      ModelFileReader reader =
          new ModelFileReader(
              "models-test",
              "zoo",
              (model, row) -> {
                models.add(model);
                rows.add(row + " " + model.name());
              },
              issues::add);
      reader.read(new ByteArrayInputStream(file));
      return new Reading(
          reader,
          models,
          rows,
          issues.stream().map(issue -> issue.code() + " " + issue.location()).toList());
    }

    static Reading of(String file) throws IOException {
      return of(file.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<ModelJson> models(int count, ModelVocabulary vocabulary) {
    List<ModelJson> models = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      models.add(
          TrackedModelJson.toModelJson(
              Estimates.model("tern_" + i, "Küste", i % 3 == 0 ? null : (Double) 2e24),
              vocabulary));
    }
    return models;
  }

  private StagedFile write(List<ModelJson> models, ModelVocabulary vocabulary) throws IOException {
    try (ModelFileWriter writer = new ModelFileWriter(vocabulary, folder.toString())) {
      for (ModelJson model : models) {
        writer.write(model);
      }
      return writer.finish("scraped/zoo_models.json", "models", HEADER);
    }
  }

  @ParameterizedTest
  @EnumSource(ModelVocabulary.class)
  void modelsComeBackAsTheyWereWritten(ModelVocabulary vocabulary) throws IOException {
    List<ModelJson> models = models(1_000, vocabulary);
    StagedFile file = write(models, vocabulary);
    byte[] bytes = Files.readAllBytes(Path.of(file.staged()));
    assertEquals(
        new StagedFile(
            file.staged(),
            "scraped/zoo_models.json",
            "models",
            models.size(),
            bytes.length,
            Hashes.ofBytes(bytes)),
        file);
    Reading reading = Reading.of(bytes);
    assertEquals(List.of(), reading.issues());
    assertTrue(reading.reader().complete());
    assertEquals(models.size(), reading.reader().read());
    // Files hold three significant digits: what was read once stays as it is.
    StagedFile again = write(reading.models(), vocabulary);
    assertEquals(file.sha256(), again.sha256());
    assertEquals("1 tern_0", reading.rows().get(0));
    assertEquals("1000 tern_999", reading.rows().get(999));
  }

  @Test
  void metadataStandInFrontAndCountTheModels() throws IOException {
    StagedFile file = write(models(3, ModelVocabulary.DEFAULT), ModelVocabulary.DEFAULT);
    JsonNode json = new ObjectMapper().readTree(Path.of(file.staged()).toFile());
    List<String> keys = new ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);
    assertEquals(List.of("metadata", "models"), keys);
    assertEquals(3, json.path("models").size());
    assertEquals("zoo \"größer\"", json.path("metadata").path("source").asText());
    assertTrue(json.path("metadata").toString().contains(":3"), json.path("metadata").toString());
  }

  @Test
  void aListWithoutModelsIsWrittenAndReportedWhenRead() throws IOException {
    StagedFile file = write(List.of(), ModelVocabulary.DEFAULT);
    assertEquals(0, file.rows());
    Reading reading = Reading.of(Files.readAllBytes(Path.of(file.staged())));
    assertEquals(List.of("SOURCE_EMPTY $.models"), reading.issues());
    assertFalse(reading.reader().complete());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "[]",
        "7",
        "{}",
        "{\"metadata\": {\"models\": []}}",
        "{\"models\": {\"name\": \"a\"}}",
        "{\"models\": null}"
      })
  void aFileWithoutAListIsBroken(String file) throws IOException {
    Reading reading = Reading.of(file);
    assertEquals(List.of("FORMAT_BROKEN $.models"), reading.issues());
    assertEquals(List.of(), reading.rows());
    assertFalse(reading.reader().complete());
  }

  /** Rest of a file after its first model, and how many models stand before the damage. */
  private static Stream<Arguments> damage() {
    return Stream.of(
        Arguments.of(",\n{\"name\": \"b\"},\n{\"name\": \"c", 2),
        Arguments.of(",\n{\"name\": \"b\"}\n", 2),
        Arguments.of(",\n{\"name\": \"b\"},\n]}", 2),
        Arguments.of(",\n{\"name\": \"b\"},\n{name: 1}]}", 2),
        Arguments.of(",\n{\"name\": nul}]}", 1),
        Arguments.of("", 1));
  }

  @ParameterizedTest
  @MethodSource("damage")
  void whatStandsBeforeBrokenJsonIsKept(String rest, int kept) throws IOException {
    Reading reading = Reading.of("{\"models\": [{\"name\": \"a\"}" + rest);
    assertEquals(List.of("1 a", "2 b").subList(0, kept), reading.rows());
    assertEquals(kept, reading.reader().kept());
    assertEquals(1, reading.issues().size());
    assertTrue(reading.issues().get(0).startsWith("FORMAT_BROKEN line "), reading.issues().get(0));
    assertFalse(reading.reader().complete());
  }

  @Test
  void modelsThatAreNoneAreRejectedOneByOne() throws IOException {
    Reading reading =
        Reading.of("{\"models\": [7, {\"name\": \"a\"}, {}, null, {\"name\": \"b\"}]}");
    assertEquals(List.of("2 a", "5 b"), reading.rows());
    assertEquals(5, reading.reader().read());
    assertEquals(2, reading.reader().kept());
    assertEquals(3, reading.issues().size());
    assertTrue(reading.reader().complete());
  }

  @Test
  void depthAndBytesThatAreNoTextAreIssues() throws IOException {
    String deep = "{\"models\": [{\"name\": \"a\"}, " + "[".repeat(60) + "]".repeat(60) + "]}";
    assertEquals(List.of("1 a"), Reading.of(deep).rows());
    assertEquals(1, Reading.of(deep).issues().size());
    byte[] latin =
        "{\"models\": [{\"name\": \"a\"}, {\"name\": \"é\"}]}"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(List.of("1 a"), Reading.of(latin).rows());
    assertEquals(List.of("FORMAT_BROKEN line 1"), Reading.of(latin).issues());
  }

  /** Zero bytes, as a file system leaves them after a crash, look like UTF-32 to a JSON parser. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 4096})
  void zeroBytesAreAnIssue(int zeros) throws IOException {
    byte[] file = new byte[zeros + 20];
    byte[] text = "{\"models\": [{}, {}]}".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(text, 0, file, zeros, text.length);
    Reading reading = Reading.of(file);
    assertEquals(1, reading.issues().size());
    assertFalse(reading.reader().complete());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000FFFE00000000", "FEFF000000000000", "0000FEFF7B000000"})
  void oddByteOrderMarksAreAnIssue(String hexadecimal) throws IOException {
    Reading reading = Reading.of(HexFormat.of().parseHex(hexadecimal));
    assertEquals(1, reading.issues().size());
    assertFalse(reading.reader().complete());
  }
}
