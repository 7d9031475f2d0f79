package io.evalbeam.io.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.run.StagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
  private static final RunPlan PLAN = RunPlan.fresh("1", List.of());

  @TempDir Path folder;

  private StagedFile stage(Publication publication, String name, String text) throws IOException {
    Path staged = Path.of(publication.staging(), name);
    Files.createDirectories(staged.getParent());
    Files.writeString(staged, text);
    return new StagedFile(staged.toString(), "tables/" + name, "t", 1, text.length(), "hash");
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve("tables").resolve(name));
  }

  @Test
  void publishesFilesManifestAndCleansUp() throws IOException {
    Publication publication = Publication.begin(folder.toString(), "stage");
    StagedFile file = stage(publication, "a.txt", "one");
    Manifest manifest =
        publication.publish(
            new StageResult(
                List.of(file), List.of(new StageCount("stage", "rows", "x", 3)), List.of()),
            PLAN);
    assertEquals("one", read("a.txt"));
    assertEquals(manifest, Publication.read(folder.toString(), "stage").orElseThrow());
    assertEquals(3, manifest.count("rows", "x"));
    assertFalse(Files.exists(Path.of(publication.staging())));
    assertFalse(Files.exists(folder.resolve("_evalbeam/stage.journal.json")));
  }

  @Test
  void replacesAndRemovesWhatThePreviousRunPublished() throws IOException {
    Publication first = Publication.begin(folder.toString(), "stage");
    first.publish(
        new StageResult(
            List.of(stage(first, "a.txt", "old"), stage(first, "b.txt", "gone")),
            List.of(),
            List.of()),
        PLAN);
    Publication second = Publication.begin(folder.toString(), "stage");
    second.publish(
        new StageResult(List.of(stage(second, "a.txt", "new")), List.of(), List.of()), PLAN);
    assertEquals("new", read("a.txt"));
    assertFalse(Files.exists(folder.resolve("tables/b.txt")));
  }

  @Test
  void aRunKilledBeforeItsDecisionLeavesTheOldState() throws IOException {
    Publication first = Publication.begin(folder.toString(), "stage");
    first.publish(
        new StageResult(List.of(stage(first, "a.txt", "old")), List.of(), List.of()), PLAN);
    Publication killed = Publication.begin(folder.toString(), "stage");
    stage(killed, "a.txt", "half");
    Publication.begin(folder.toString(), "stage");
    assertEquals("old", read("a.txt"));
    assertFalse(Files.exists(Path.of(killed.staging())));
  }

  @Test
  void theResultOfAJobWithoutItsClientIsNotTakenForOnesOwn() throws IOException {
    Publication lost = Publication.begin(folder.toString(), "stage");
    Publication next = Publication.begin(folder.toString(), "stage");
    // On a cluster the job goes on when its client is killed.
    StageResult late = new StageResult(List.of(stage(lost, "a.txt", "late")), List.of(), List.of());
    Files.write(Path.of(lost.staging(), StageResult.FILE), Json.write(late));
    assertThrows(IOException.class, next::result);
    next.publish(new StageResult(List.of(stage(next, "a.txt", "new")), List.of(), List.of()), PLAN);
    assertEquals("new", read("a.txt"));
    assertFalse(Files.exists(Path.of(lost.staging())));
  }

  @Test
  void aRunKilledAmongItsMovesIsCompletedByTheNext() throws IOException {
    Publication killed = Publication.begin(folder.toString(), "stage");
    StagedFile moved = stage(killed, "a.txt", "one");
    StagedFile waiting = stage(killed, "b.txt", "two");
    killed.publish(new StageResult(List.of(moved, waiting), List.of(), List.of()), PLAN);
    // The state in the middle of the moves: journal there, first file moved, second still staged.
    Path journal = folder.resolve("_evalbeam/stage.journal.json");
    Path manifest = folder.resolve("_evalbeam/stage.json");
    String journalText =
        """
        {"moves": [{"staged": "%s", "target": "tables/a.txt"}, {"staged": "%s", "target": "tables/b.txt"}],
         "obsolete": [], "manifest": %s}
        """
            .formatted(moved.staged(), waiting.staged(), Files.readString(manifest));
    Files.createDirectories(Path.of(killed.staging()));
    Files.move(folder.resolve("tables/b.txt"), Path.of(waiting.staged()));
    Files.delete(manifest);
    Files.writeString(journal, journalText);

    Publication.begin(folder.toString(), "stage");

    assertEquals("one", read("a.txt"));
    assertEquals("two", read("b.txt"));
    assertTrue(Files.exists(manifest));
    assertFalse(Files.exists(journal));
  }
}
