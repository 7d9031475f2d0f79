package io.evalbeam.pipelines.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evalbeam.schemas.reference.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentFilesTest {
  @TempDir Path folder;

  private String file(String text) throws IOException {
    return "@" + Files.writeString(folder.resolve("some.args"), text);
  }

  @Test
  void linesStandWhereTheFileWasNamed() throws IOException {
    String file = file("# a cluster\n\n  --runner=FlinkRunner\n--parallelism=4\n");
    assertEquals(
        List.of("--input=a", "--runner=FlinkRunner", "--parallelism=4", "--output=b"),
        ArgumentFiles.expand(List.of("--input=a", file, "--output=b")));
  }

  @Test
  void theCommandLineOverridesAFile() throws IOException {
    String file = file("--parallelism=4\n--compact\n--runner=FlinkRunner\n");
    assertEquals(
        List.of("--runner=FlinkRunner", "--parallelism=2", "--compact=false"),
        ArgumentFiles.expand(List.of(file, "--parallelism=2", "--compact=false")));
  }

  @Test
  void aFileThatIsNotThereIsAProblem() {
    assertThrows(
        InvalidConfigurationException.class,
        () -> ArgumentFiles.expand(List.of("@" + folder.resolve("none.args"))));
  }
}
