package io.evalbeam.io.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.issue.IssueCode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputTreeTest {
  @TempDir Path folder;

  private InputListing list(String input) throws IOException {
    return new InputTree("test").list(input);
  }

  private static List<String> relative(InputListing listing) {
    return listing.files().stream().map(ListedFile::relative).toList();
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
  }

  @Test
  void filesAreSortedByTheirPathBelowTheInput() throws IOException {
    write("b/2.json", "a/1.json", "b/1.json", "B.json");
    InputListing listing = list(folder.toString());
    assertEquals(List.of("B.json", "a/1.json", "b/1.json", "b/2.json"), relative(listing));
    ListedFile file = listing.files().get(1);
    assertEquals("a/1.json", Files.readString(Path.of(file.path())));
    assertEquals(8, file.bytes());
    assertEquals(list(folder + "/").files(), listing.files());
  }

  @Test
  void aGlobTakesFilesAndWholeDirectories() throws IOException {
    write("runs/v1/a/1.json", "runs/v2/b/2.json", "runs/w1/c/3.json", "runs/v3.json");
    assertEquals(
        List.of("v1/a/1.json", "v2/b/2.json", "v3.json"), relative(list(folder + "/runs/v*")));
    assertEquals(List.of("v1/a/1.json"), relative(list(folder + "/runs/{v1,x}")));
    assertEquals(
        List.of("v1/a/1.json", "v2/b/2.json", "w1/c/3.json"),
        relative(list(folder + "/runs/*/*/?.json")));
  }

  @Test
  void aDirectoryWithTheNameOfAGlobIsADirectory() throws IOException {
    write("a[1]/1.json", "a1/2.json");
    assertEquals(List.of("1.json"), relative(list(folder + "/a[1]")));
  }

  @Test
  void linksBelowTheInputAreSaidAndNotFollowed() throws IOException {
    write("in/1.json", "outside/secret.json");
    Files.createSymbolicLink(folder.resolve("in/link"), folder.resolve("outside"));
    Files.createSymbolicLink(folder.resolve("in/file"), folder.resolve("outside/secret.json"));
    Files.createSymbolicLink(folder.resolve("in/gone"), folder.resolve("nowhere"));
    InputListing listing = list(folder + "/in");
    assertEquals(List.of("1.json"), relative(listing));
    assertEquals(
        List.of("file", "gone", "link"),
        listing.issues().stream().map(issue -> issue.source()).sorted().toList());
    listing.issues().forEach(issue -> assertEquals(IssueCode.NOT_A_REGULAR_FILE, issue.code()));
  }

  @Test
  void theInputItselfMayBeALink() throws IOException {
    write("in/1.json");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("in"));
    InputListing listing = list(link.toString());
    assertEquals(List.of("1.json"), relative(listing));
    assertEquals(link.resolve("1.json").toString(), listing.files().get(0).path());
  }

  @Test
  void emptyDirectoriesAreListed() throws IOException {
    write("in/1.json");
    Files.createDirectories(folder.resolve("in/empty"));
    assertEquals(
        List.of("empty"),
        list(folder + "/in").emptyDirectories().stream().map(ListedDirectory::relative).toList());
    assertEquals(List.of(), list(folder + "/in/*.json").emptyDirectories());
  }

  @Test
  void whatIsNotThereIsSaidByName() {
    FileNotFoundException e =
        assertThrows(FileNotFoundException.class, () -> list(folder + "/nowhere"));
    assertTrue(String.valueOf(e.getMessage()).endsWith("nowhere: no such directory"));
    assertThrows(FileNotFoundException.class, () -> list(folder + "/no*/x"));
  }
}
