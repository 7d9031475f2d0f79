package io.evalbeam.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.io.http.FetchPolicy;
import io.evalbeam.io.http.HttpFetcher;
import io.evalbeam.io.http.HttpSnapshots;
import io.evalbeam.io.http.SnapshotStore;
import io.evalbeam.io.http.TestServer;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.run.InputFile;
import io.evalbeam.schemas.tracking.ParsedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCollectorTest {
  private static final Instant AS_OF = Instant.parse("2031-01-01T00:00:00Z");

  private final Reading.Collected sink = new Reading.Collected();
  @TempDir Path directory = Path.of("");

  private CollectedSource collect(String location) throws IOException {
    HttpFetcher fetcher = new HttpFetcher(FetchPolicy.defaults("test"), time -> {});
    HttpSnapshots snapshots =
        new HttpSnapshots(new SnapshotStore(directory + "/store"), fetcher, AS_OF);
    return new SourceCollector(new LocationResolver(snapshots), ReadLimits.DEFAULT)
        .collect(
            Reading.description(
                "name: board\nformat: csv\nlocation: '" + location + "'\ncolumns: {model: m}"),
            sink);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  @Test
  void aGlobIsReadInTheOrderOfNamesWithRowsNumberedThrough() throws Exception {
    write("b.csv", "m,x\nB1,1\nB2\n");
    write("a.csv", "m,x\nA1,1\n,2\nA3,1\n");
    write("c.txt", "m\nC\n");
    CollectedSource collected = collect(directory + "/*.csv");
    assertEquals(List.of("A1", "A3", "B1"), sink.rows.stream().map(ParsedRow::rawName).toList());
    assertEquals(List.of(1, 3, 4), sink.rows.stream().map(ParsedRow::row).toList());
    assertEquals(
        List.of("a.csv: row 2, line 3", "b.csv: row 2, line 3"),
        sink.issues.stream().map(Issue::location).toList());
    assertEquals(new ReadCounts(5, 3, 2, 0, true), collected.counts());
    assertEquals(
        List.of("a.csv", "b.csv"), collected.files().stream().map(InputFile::name).toList());
    assertEquals(17, collected.files().get(0).bytes());
    assertEquals(64, collected.files().get(0).sha256().length());
  }

  @Test
  void filesAreHashedWholeEvenWhenReadingStops() throws Exception {
    write("a.csv", "wrong\n" + "x\n".repeat(100_000));
    CollectedSource collected = collect(directory + "/a.csv");
    assertEquals(200_006, collected.files().get(0).bytes());
    assertEquals(false, collected.counts().complete());
  }

  @Test
  void missingFilesEmptyGlobsFoldersAndUnknownFileSystemsAreUnavailable() throws Exception {
    Files.createDirectory(directory.resolve("folder"));
    for (String location :
        List.of(
            directory + "/none.csv",
            directory + "/*.none",
            directory + "/folder",
            "nosuchscheme://bucket/x.csv")) {
      sink.issues.clear();
      CollectedSource collected = collect(location);
      assertEquals(
          List.of(IssueCode.SOURCE_UNAVAILABLE),
          sink.issues.stream().map(Issue::code).toList(),
          location);
      assertEquals(location, sink.issues.get(0).excerpt());
      assertEquals(new ReadCounts(0, 0, 0, 0, false), collected.counts());
    }
  }

  @Test
  void linksOutOfTheFolderOfAGlobAreNotFollowed() throws Exception {
    Files.createDirectory(directory.resolve("in"));
    write("secret.csv", "m\nSecret\n");
    write("in/b.csv", "m\nB\n");
    Files.createSymbolicLink(directory.resolve("in/a.csv"), directory.resolve("secret.csv"));
    Files.createSymbolicLink(directory.resolve("in/c.csv"), directory.resolve("in/b.csv"));
    collect(directory + "/in/*.csv");
    assertEquals(List.of("B", "B"), sink.rows.stream().map(ParsedRow::rawName).toList());
    assertEquals(
        List.of(IssueCode.SOURCE_UNAVAILABLE), sink.issues.stream().map(Issue::code).toList());
    assertEquals("a.csv", sink.issues.get(0).location());
    sink.rows.clear();
    collect(directory + "/in/a.csv");
    assertEquals("Secret", sink.rows.get(0).rawName());
  }

  @Test
  void pagesAreFetchedAndCarryTheirTime() throws Exception {
    try (TestServer server = new TestServer()) {
      server.then(200, "m\nFoo\n").then(404, "");
      CollectedSource collected = collect(server.url("/board.csv?token=hidden"));
      assertEquals("2031-01-01T00:00:00Z", sink.rows.get(0).observedAt());
      assertEquals(server.url("/board.csv?token=***"), sink.rows.get(0).sourceText());
      assertEquals(server.url("/board.csv?token=***"), collected.files().get(0).name());
      collect(server.url("/other.csv?token=hidden"));
      assertEquals(IssueCode.SOURCE_UNAVAILABLE, sink.issues.get(0).code());
      assertEquals(server.url("/other.csv?token=***"), sink.issues.get(0).excerpt());
    }
  }
}
