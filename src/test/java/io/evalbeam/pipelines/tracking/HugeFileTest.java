package io.evalbeam.pipelines.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.ChildProcess;
import io.evalbeam.testing.IssueRows;
import io.evalbeam.testing.PrintedTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with a file, whatever it is said to be. */
class HugeFileTest {
  private static final int MEGABYTES = 300;

  @TempDir Path folder;

  @Test
  void aHugeLineNeedsLittleMemory() throws Exception {
    writeOneLine(folder.resolve("huge.bin"));
    Files.writeString(folder.resolve("good.csv"), "Model,Score\nBittern 70B,82.1\n");
    Path sources =
        Files.writeString(
            folder.resolve("sources.yaml"),
            """
            sources:
            - {name: good, format: csv, location: good.csv, columns: {model: Model}}
            - {name: huge_csv, format: csv, location: huge.bin, columns: {model: Model}}
            - {name: huge_html, format: html_table, location: huge.bin, columns: {model: Model}}
            - {name: huge_json, format: json_models, location: huge.bin}
            """);
    Path output = folder.resolve("out");
    ChildProcess child =
        ChildProcess.start(
            folder.resolve("log"),
            List.of("-Xmx512m"),
            "collect-models",
            "--sources=" + sources,
            "--output=" + output);
    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT.status(), child.await(), child.printed());
    assertFalse(child.printed().contains("\tat "), child.printed());
    assertEquals(1, PrintedTable.of(child.printed()).number("good", "kept"));
    List<String> issues = IssueRows.of(output, "collect-models");
    assertTrue(issues.contains("huge_csv LIMIT_EXCEEDED rejected"), issues.toString());
    assertTrue(issues.contains("huge_html LIMIT_EXCEEDED rejected"), issues.toString());
    assertTrue(issues.contains("huge_json FORMAT_BROKEN rejected"), issues.toString());
  }

  private static void writeOneLine(Path file) throws IOException {
    byte[] megabyte = new byte[1 << 20];
    Arrays.fill(megabyte, (byte) 'a');
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < MEGABYTES; i++) {
        out.write(megabyte);
      }
    }
  }
}
