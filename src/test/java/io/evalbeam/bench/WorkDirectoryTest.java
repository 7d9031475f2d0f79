package io.evalbeam.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTest {
  @TempDir Path folder;

  @Test
  void dataAreGeneratedOnce() throws IOException {
    WorkDirectory work = new WorkDirectory(folder);
    List<Path> generated = new ArrayList<>();

    for (int time = 0; time < 2; time++) {
      Path data =
          work.data(
              "gulls",
              directory -> {
                generated.add(directory);
                Files.createDirectory(directory);
              });
      assertEquals(folder.resolve("data/gulls"), data);
    }

    assertEquals(1, generated.size());
  }

  @Test
  void dataThatWereBrokenOffAreGeneratedAnew() throws IOException {
    WorkDirectory work = new WorkDirectory(folder);
    assertThrows(
        IOException.class,
        () ->
            work.data(
                "gulls",
                directory -> {
                  Files.createDirectory(directory);
                  Files.writeString(directory.resolve("half"), "half");
                  throw new IOException("the disk is full");
                }));

    Path data = work.data("gulls", Files::createDirectory);

    assertEquals(List.of(), OutputTree.files(data));
  }

  @Test
  void replacedDirectoryIsEqualToTheOther() throws IOException {
    Path kept = Files.createDirectories(folder.resolve("kept/state"));
    Files.writeString(kept.resolve("runs"), "two");
    Path output = Files.createDirectories(folder.resolve("output/left"));
    Files.writeString(output.resolve("over"), "one");

    WorkDirectory.replace(folder.resolve("output"), folder.resolve("kept"));

    assertEquals(
        OutputTree.contents(folder.resolve("kept")), OutputTree.contents(folder.resolve("output")));
    assertEquals(3, WorkDirectory.bytes(folder.resolve("output")));
  }

  @Test
  void onlyFullSizesReachTheRepository() {
    Properties properties = new Properties();
    properties.setProperty("evalbeam.root", folder.toString());
    assertEquals(folder.resolve("BENCHMARKS.md"), Settings.of(properties).page());

    properties.setProperty("bench.scale", "0.01");
    assertEquals(folder.resolve("target/bench/BENCHMARKS.md"), Settings.of(properties).page());

    properties.setProperty("bench.scale", "1");
    properties.setProperty("bench.repetitions", "4");
    assertEquals(folder.resolve("target/bench/BENCHMARKS.md"), Settings.of(properties).page());
  }
}
