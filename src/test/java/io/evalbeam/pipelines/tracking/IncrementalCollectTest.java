package io.evalbeam.pipelines.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.OutputTree;
import io.evalbeam.testing.PrintedTable;
import io.evalbeam.testing.SampleSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run reads what changed and ends with the bytes of a run from scratch. */
class IncrementalCollectTest {
  private static final List<String> SAMPLE =
      List.of(
          "by_hand", "flock_code", "harbour_exam", "published_models", "roost_arena", "tide_bench");

  @TempDir Path folder;
  private Path sources = Path.of("");
  private Path output = Path.of("");

  @BeforeEach
  void collectOnce() throws IOException {
    sources = SampleSources.copyTo(folder.resolve("data"));
    output = folder.resolve("out");
    assertEquals(SAMPLE, read(collect(output)));
  }

  private PrintedTable collect(Path into, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("collect-models", "--sources=" + sources, "--output=" + into));
    arguments.add("--asOf=2026-01-01");
    arguments.addAll(Arrays.asList(more));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    return PrintedTable.of(run.output());
  }

  /** Sources that a run read; the others it must call unchanged. */
  private static List<String> read(PrintedTable table) {
    List<String> read = new ArrayList<>();
    for (String source : table.names()) {
      String state = table.text(source, "state");
      if (state.equals("read")) {
        read.add(source);
      } else {
        assertEquals(source.equals("total") ? "" : "unchanged", state);
      }
    }
    return read;
  }

  private void assertAsFromScratch() {
    Path fresh = folder.resolve("fresh");
    collect(fresh);
    assertEquals(OutputTree.published(fresh), OutputTree.published(output));
  }

  private void edit(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(from), from);
    Files.writeString(file, text.replace(from, to));
  }

  @Test
  void nothingChanged() throws IOException {
    String manifest = Files.readString(output.resolve("_evalbeam/collect-models.json"));
    List<Long> times = times();
    PrintedTable again = collect(output);
    assertEquals(List.of(), read(again));
    assertEquals(71, again.number("total", "rows"));
    assertEquals(manifest, Files.readString(output.resolve("_evalbeam/collect-models.json")));
    assertEquals(times, times());
    assertAsFromScratch();
  }

  private List<Long> times() {
    return OutputTree.published(output).keySet().stream()
        .map(path -> output.resolve(path).toFile().lastModified())
        .toList();
  }

  @Test
  void aChangedSourceIsReadAlone() throws IOException {
    Path file = folder.resolve("data/roost_arena.csv");
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() - 1));
    assertEquals(List.of("roost_arena"), read(collect(output)));
    assertAsFromScratch();
  }

  @Test
  void aChangedDescriptionIsReadAlone() throws IOException {
    edit(sources, "Tide Bench, spring edition", "Tide Bench, autumn edition");
    assertEquals(List.of("tide_bench"), read(collect(output)));
    assertAsFromScratch();
  }

  @Test
  void aRemovedSourceTakesItsFilesAlong() throws IOException {
    String yaml = Files.readString(sources);
    Files.writeString(sources, yaml.substring(0, yaml.indexOf("  - name: by_hand")));
    PrintedTable table = collect(output);
    assertEquals(List.of(), read(table));
    assertFalse(table.names().contains("by_hand"));
    assertTrue(
        OutputTree.published(output).keySet().stream().noneMatch(f -> f.contains("by_hand")));
    assertAsFromScratch();
  }

  @Test
  void anAddedSourceIsReadAlone() throws IOException {
    Files.writeString(folder.resolve("data/late.csv"), "Model\nWhimbrel 5B\n");
    Files.writeString(
        sources,
        Files.readString(sources)
            + "\n  - {name: late, format: csv, location: late.csv, columns: {model: Model}}\n");
    PrintedTable table = collect(output);
    assertEquals(List.of("late"), read(table));
    assertEquals(72, table.number("total", "kept"));
    assertAsFromScratch();
  }

  @Test
  void aSourceThatDisappearsIsNotKept() throws IOException {
    Files.delete(folder.resolve("data/late.csv").resolveSibling("tide_bench.md"));
    CommandRun run =
        CommandRun.of(
            "collect-models", "--sources=" + sources, "--output=" + output, "--asOf=2026-01-01");
    assertEquals(ExitCode.BEYOND_ISSUE_LIMIT, run.exitCode());
    assertEquals(0, PrintedTable.of(run.output()).number("tide_bench", "rows"));
  }

  @Test
  void lostOutputIsMadeAgain() throws IOException {
    Files.delete(output.resolve("observations/flock_code.parquet"));
    assertEquals(List.of("flock_code"), read(collect(output)));
    assertAsFromScratch();
  }

  @Test
  void anotherMomentOrPolicyReadsEverything() {
    assertEquals(SAMPLE, read(collect(output, "--policy=tracker")));
  }
}
