package io.evalbeam.pipelines.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {
  private static final Path RESOURCES =
      Path.of(System.getProperty("evalbeam.root", "../.."))
          .resolve("pipelines/src/main/resources/io/evalbeam/sample");

  @TempDir Path folder;

  private static List<String> filesBelow(Path directory) {
    return OutputTree.files(directory).stream()
        .map(file -> directory.relativize(file).toString().replace('\\', '/'))
        .filter(file -> !file.equals("files.txt"))
        .sorted()
        .toList();
  }

  @Test
  void theIndexNamesEveryFile() throws IOException {
    assertEquals(filesBelow(RESOURCES), Sample.files());
  }

  @Test
  void everyFileIsWrittenAsItIs() throws IOException {
    Sample.writeTo(folder.toString());
    SortedMap<String, String> bundled = OutputTree.contents(RESOURCES);
    bundled.remove("files.txt");
    assertEquals(bundled, OutputTree.contents(folder));
  }
}
