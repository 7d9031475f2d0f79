package io.evalbeam.pipelines.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.SampleSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot work is refused before anything is read or written, with every reason. */
class WrongUsageTest {
  @TempDir Path folder;

  private CommandRun refused(String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertEquals(ExitCode.WRONG_USAGE, run.exitCode(), run.errors());
    assertFalse(run.errors().contains("\tat "), run.errors());
    assertFalse(Files.exists(folder.resolve("out")), "a refused run leaves nothing behind");
    return run;
  }

  private void assertRefused(List<String> reasons, String... arguments) {
    CommandRun run = refused(arguments);
    reasons.forEach(reason -> assertTrue(run.errors().contains(reason), run.errors()));
  }

  private CommandRun collecting(String yaml) throws IOException {
    Path sources = Files.writeString(folder.resolve("sources.yaml"), yaml);
    return refused("collect-models", "--sources=" + sources, "--output=" + folder.resolve("out"));
  }

  @Test
  void allWrongFlagsAreReportedAtOnce() {
    assertRefused(
        List.of(
            "--ouptut: no such option; did you mean --output?",
            "--asOf=yesterday: must be a date",
            "--maxIssueRatio=many: must be a number",
            "--policy=strict: must be one of default, tracker",
            "--offline=yes: must be true or false",
            "loose: options are written --name=value",
            "--httpRetries: needs a value",
            "See: evalbeam help collect-models"),
        "collect-models",
        "--ouptut=x",
        "--asOf=yesterday",
        "--maxIssueRatio=many",
        "--policy=strict",
        "--offline=yes",
        "loose",
        "--httpRetries");
  }

  @Test
  void anUnknownCommandSuggestsAnother() {
    assertTrue(
        refused("colect-models").errors().contains("no command colect-models; did you mean"));
  }

  @Test
  void theSourcesFileMustBeThere() {
    String missing = folder.resolve("missing.yaml").toString();
    assertRefused(
        List.of("--sources=" + missing + ": no such file"),
        "collect-models",
        "--sources=" + missing,
        "--output=" + folder.resolve("out"));
    assertRefused(
        List.of("--sources: required"), "collect-models", "--output=" + folder.resolve("out"));
  }

  @Test
  void theSourcesFileMustBeAFile() {
    assertRefused(
        List.of("--sources=" + folder),
        "collect-models",
        "--sources=" + folder,
        "--output=" + folder.resolve("out"));
  }

  @Test
  void anUnknownRunnerIsRefused() throws IOException {
    Path sources = SampleSources.copyTo(folder.resolve("data"));
    assertRefused(
        List.of("NoSuchRunner"),
        "collect-models",
        "--sources=" + sources,
        "--output=" + folder.resolve("out"),
        "--runner=NoSuchRunner");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sources:\\n- name: a\\n  name: b; sources.yaml:3:",
        "sources:\\n- {name: a, format: csv, location: x, colums: {model: M}}; colums",
        "sources:\\n- {name: ../../x, format: csv, location: x, columns: {model: M}}; ../../x",
        "sources:\\n- {name: a, format: xml, location: x, columns: {model: M}}; unknown format 'xml'",
        "sources: [; sources.yaml:",
        "other: 1; other",
        "''; sources.yaml",
      })
  void aWrongSourcesFileIsRefusedWithItsPlace(String yaml, String reason) throws IOException {
    CommandRun run = collecting(yaml.replace("\\n", "\n"));
    assertTrue(run.errors().contains(reason), run.errors());
  }

  @Test
  void numbersOutsideTheirRangeAreRefused() {
    assertRefused(
        List.of("--threshold=-1", "--rowsPerShard=0"),
        "estimate-flops",
        "--output=" + folder.resolve("out"),
        "--threshold=-1",
        "--rowsPerShard=0");
    assertRefused(
        List.of("--httpTimeoutSeconds=0", "--httpRetries=-1", "--maxDownloadBytes=-5"),
        "collect-models",
        "--sources=" + folder.resolve("sources.yaml"),
        "--output=" + folder.resolve("out"),
        "--httpTimeoutSeconds=0",
        "--httpRetries=-1",
        "--maxDownloadBytes=-5");
    assertRefused(
        List.of("--maxIssueRatio=1.5"),
        "estimate-flops",
        "--output=" + folder.resolve("out"),
        "--maxIssueRatio=1.5");
  }

  @Test
  void estimatesNeedModelFilesAndTheTrackerItsConfiguration() {
    assertRefused(
        List.of("run collect-models first", "--trackerConfig: required with --policy=tracker"),
        "estimate-flops",
        "--output=" + folder.resolve("out"),
        "--policy=tracker");
    assertRefused(
        List.of("flop_estimation_methods.json: no such file"),
        "estimate-flops",
        "--output=" + folder.resolve("out"),
        "--policy=tracker",
        "--trackerConfig=" + folder);
  }

  @Test
  void anOutputThatIsAFileFailsWithAReason() throws IOException {
    Path sources = SampleSources.copyTo(folder.resolve("data"));
    Path file = Files.writeString(folder.resolve("file"), "precious");
    CommandRun run = CommandRun.of("collect-models", "--sources=" + sources, "--output=" + file);
    assertEquals(ExitCode.FAILED, run.exitCode());
    assertTrue(run.errors().contains(file + " is a file"), run.errors());
    assertFalse(run.errors().contains("\tat "), run.errors());
    assertEquals("precious", Files.readString(file));
  }

  @Test
  void anArgumentFileMustBeThere() {
    assertRefused(List.of("@missing.args"), "collect-models", "@missing.args");
  }
}
