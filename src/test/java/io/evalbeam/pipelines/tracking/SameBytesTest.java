package io.evalbeam.pipelines.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.OutputTree;
import io.evalbeam.testing.SampleSources;
import io.evalbeam.testing.SyntheticLeaderboards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runner, parallelism and the order of sources leave no trace in the published bytes. */
class SameBytesTest {
  private static final List<List<String>> RUNNERS =
      List.of(
          List.of("--targetParallelism=8"),
          List.of("--targetParallelism=1"),
          flink(1),
          flink(2),
          flink(8));

  @TempDir Path folder;

  private static List<String> flink(int parallelism) {
    return List.of("--runner=FlinkRunner", "--flinkMaster=[local]", "--parallelism=" + parallelism);
  }

  @Test
  void theBundledSampleIsTheSameEverywhere() throws IOException {
    assertSameEverywhere(SampleSources.copyTo(folder.resolve("data")), 24);
  }

  @Test
  void thousandsOfModelsAreTheSameEverywhere() throws IOException {
    Path sources = new SyntheticLeaderboards(3_000, 4, 5_000, 17).writeTo(folder.resolve("data"));
    assertSameEverywhere(sources, 27);
  }

  /** The first run reads the sources from first to last, the others from last to first. */
  private void assertSameEverywhere(Path sources, int files) throws IOException {
    SortedMap<String, String> expected = run(sources, RUNNERS.get(0));
    assertEquals(files, expected.size(), expected.keySet().toString());
    Path reversed = reversed(sources);
    for (List<String> runner : RUNNERS.subList(1, RUNNERS.size())) {
      assertEquals(expected, run(reversed, runner), runner.toString());
    }
  }

  private SortedMap<String, String> run(Path sources, List<String> runner) {
    Path output = folder.resolve("out" + String.join("", runner).replaceAll("[^A-Za-z0-9]", ""));
    command(runner, "collect-models", "--sources=" + sources, "--output=" + output);
    command(runner, "estimate-flops", "--output=" + output, "--rowsPerShard=10000");
    return OutputTree.published(output);
  }

  private static void command(List<String> runner, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.add("--asOf=2026-01-01");
    all.addAll(runner);
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
    assertEquals("", run.errors(), "a good run has nothing to complain about");
    assertTrue(run.output().startsWith(arguments[0]), run.output());
  }

  /** The same sources from last to first, at the same place. */
  private static Path reversed(Path sources) throws IOException {
    String[] entries = Files.readString(sources).split("(?m)^ *(?=- name: )", -1);
    List<String> turned = new ArrayList<>(Arrays.asList(entries).subList(1, entries.length));
    Collections.reverse(turned);
    turned.replaceAll(entry -> "  " + entry.stripTrailing() + "\n");
    return Files.writeString(
        sources.resolveSibling("reversed.yaml"), entries[0] + String.join("", turned));
  }
}
