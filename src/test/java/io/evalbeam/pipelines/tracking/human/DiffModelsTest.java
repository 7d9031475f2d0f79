package io.evalbeam.pipelines.tracking.human;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffModelsTest {
  @TempDir Path folder;
  private String older = "";
  private String newer = "";

  @BeforeEach
  void write() throws IOException {
    older = folder.resolve("old.json").toString();
    newer = folder.resolve("new.json").toString();
    Files.writeString(
        Path.of(older),
        "{\"models\":[{\"name\":\"tern\",\"training_flop\":1e25,\"last_updated\":\"a\"},"
            + "{\"name\":\"dodo\"}]}");
    Files.writeString(
        Path.of(newer),
        "{\"models\":[{\"name\":\"tern\",\"training_flop\":2e25,\"last_updated\":\"b\"},"
            + "{\"name\":\"=auk()\"}]}");
  }

  @Test
  void takesTwoPlainArguments() throws IOException {
    String csv = folder.resolve("changes.csv").toString();
    CommandRun run = CommandRun.of("diff-models", older, newer, "--csv=" + csv);
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertTrue(
        run.output().contains("1 new, 1 gone, 1 in both, of these 1 changed in 1 fields"),
        run.output());
    assertEquals(
        List.of(
            "change,model,field,from,to",
            "new,'=auk(),,,",
            "gone,dodo,,,",
            "changed,tern,training_flop,1.0E25,2.0E25"),
        Files.readAllLines(Path.of(csv)));
  }

  @Test
  void takesNamedFilesAndComparesTimesOnRequest() {
    CommandRun run = CommandRun.of("diff-models", "--old=" + older, "--new=" + newer, "--times");
    assertTrue(run.output().contains("changed in 2 fields"), run.output());
  }

  @Test
  void comparesCuratedTables() throws IOException {
    Path one = Files.writeString(folder.resolve("one.csv"), "model,notes\ntern,a\n");
    Path two = Files.writeString(folder.resolve("two.csv"), "notes,model\nb,tern\n");
    CommandRun run = CommandRun.of("diff-models", one.toString(), two.toString());
    assertTrue(run.output().contains("0 new, 0 gone, 1 in both"), run.output());
    assertTrue(run.output().lines().anyMatch(l -> l.matches("changed +tern +notes +a +b")));
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    CommandRun none = CommandRun.of("diff-models");
    assertEquals(ExitCode.WRONG_USAGE, none.exitCode());
    assertTrue(none.errors().contains("--old: required"), none.errors());
    assertTrue(none.errors().contains("--new: required"), none.errors());
    CommandRun three = CommandRun.of("diff-models", older, newer, "third");
    assertTrue(three.errors().contains("third: options are written --name=value"));
    assertTrue(
        CommandRun.of("diff-models", older, newer, "--csv=" + newer)
            .errors()
            .contains("must be another file"));
    assertTrue(
        CommandRun.of("diff-models", older, folder + "/none.json")
            .errors()
            .contains("no such file"));
    Path binary = Files.write(folder.resolve("x.json"), new byte[] {(byte) 0xff, 1});
    assertTrue(
        CommandRun.of("diff-models", older, binary.toString()).errors().contains("not UTF-8"));
  }

  @Test
  void helpNamesThePlainArguments() {
    assertTrue(
        CommandRun.of("help", "diff-models")
            .output()
            .contains("Plain arguments stand for: --old, --new"));
  }
}
