package io.evalbeam.io.evaluation.inspect;

import static io.evalbeam.io.evaluation.inspect.InspectLogs.header;
import static io.evalbeam.io.evaluation.inspect.InspectLogs.log;
import static io.evalbeam.io.evaluation.inspect.InspectLogs.results;
import static io.evalbeam.io.evaluation.inspect.InspectLogs.sample;
import static io.evalbeam.io.evaluation.inspect.InspectLogs.start;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.evaluation.IdentifiedRuns;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.testing.ReadRun;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives, and files that are damaged or no logs. */
class InspectFilesTest {
  private static final InspectFormat FORMAT = new InspectFormat();

  @TempDir Path root;

  private ReadRun read(String name, String content) throws Exception {
    Files.writeString(root.resolve(name), content);
    return ReadRun.readAll(FORMAT, root).get(0);
  }

  @Test
  void readsAnArchiveAsTheSameLog() throws Exception {
    String header = header("success", 1, results(2, 2, .5));
    ReadRun plain = read("a.json", log(header, sample("1", 1, "\"C\""), sample("2", 1, "\"I\"")));
    Files.delete(root.resolve("a.json"));
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("_journal/start.json", "{" + header("started", 1, "null") + "}");
    entries.put("samples/1_epoch_1.json", sample("1", 1, "\"C\""));
    entries.put("samples/2_epoch_1.json", sample("2", 1, "\"I\""));
    entries.put("summaries.json", "[]");
    entries.put("header.json", "{" + header + "}");
    zip("a.eval", entries);
    ReadRun archived = ReadRun.readAll(FORMAT, root).get(0);
    assertEquals(plain.run().header(), archived.run().header());
    assertEquals(plain.responses(), archived.responses());
    assertEquals(List.of(), archived.issues());
    assertEquals(plain.outcome(), archived.outcome());
  }

  @Test
  void readsAnArchiveThatWasNeverFinished() throws Exception {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("_journal/start.json", "{" + start(1) + "}");
    entries.put("samples/1_epoch_1.json", sample("1", 1, "\"C\""));
    zip("a.eval", entries);
    ReadRun run = ReadRun.readAll(FORMAT, root).get(0);
    assertEquals(1, run.responses().size());
    assertEquals(List.of(IssueCode.RUN_INCOMPLETE), run.codes());
  }

  @Test
  void stopsAtAnArchiveThatExpandsWithoutEnd() throws Exception {
    zip("a.eval", Map.of("samples/1_epoch_1.json", "[" + " ".repeat(40 << 20) + "]"));
    assertRejected(IssueCode.LIMIT_EXCEEDED, FORMAT);
  }

  @Test
  void stopsAtTooManyEntries() throws Exception {
    zip("a.eval", Map.of("one", "", "two", ""));
    assertRejected(IssueCode.LIMIT_EXCEEDED, new InspectFormat(new ArchiveLimits(1, 1 << 20, 100)));
  }

  @Test
  void rejectsWhatIsNoLog() throws Exception {
    Files.writeString(root.resolve("other.json"), "{\"models\": []}");
    assertRejected(IssueCode.RUN_UNIDENTIFIED, FORMAT);
    Files.writeString(root.resolve("other.json"), "{\"eval\": ");
    assertRejected(IssueCode.PARSE_ERROR, FORMAT);
    Files.write(root.resolve("other.json"), new byte[] {'{', '"', (byte) 0xff, '"'});
    assertRejected(IssueCode.PARSE_ERROR, FORMAT);
    Files.delete(root.resolve("other.json"));
    zip("cut.eval", Map.of("header.json", "{" + header("success", 1, "null") + "}"));
    byte[] whole = Files.readAllBytes(root.resolve("cut.eval"));
    Files.write(root.resolve("cut.eval"), Arrays.copyOf(whole, 100));
    assertRejected(IssueCode.FORMAT_BROKEN, FORMAT);
  }

  @Test
  void noticesAFileThatChanged() throws Exception {
    Path file = root.resolve("a.json");
    String log = log(header("success", 1, "null"), sample("1", 1, "\"C\""));
    Files.writeString(file, log);
    FoundRun run = ReadRun.identify(FORMAT, root).get(0).runs().get(0);
    Files.writeString(file, log.replace("\"C\"", "\"I\""));
    DamagedRunException damage =
        assertThrows(DamagedRunException.class, () -> ReadRun.read(FORMAT, run));
    assertEquals(IssueCode.UNSTABLE_FILE, damage.issue().code());
  }

  @Test
  void passesOverCompanionsOfLogs() throws Exception {
    Files.writeString(root.resolve("logs.json"), "{}");
    Files.writeString(root.resolve("notes.txt"), "");
    assertEquals(List.of(), ReadRun.candidates(FORMAT, root).candidates());
  }

  private void assertRejected(IssueCode code, InspectFormat format) throws Exception {
    IdentifiedRuns identified = ReadRun.identify(format, root).get(0);
    assertEquals(List.of(), identified.runs());
    assertEquals(1, identified.rejected());
    assertEquals(List.of(code), identified.issues().stream().map(Issue::code).toList());
  }

  private void zip(String name, Map<String, String> entries) throws Exception {
    try (OutputStream out = Files.newOutputStream(root.resolve(name));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
  }
}
