package io.evalbeam.pipelines.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.Publication;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.ChildProcess;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.OutputTree;
import io.evalbeam.testing.SampleSources;
import io.evalbeam.testing.SyntheticLeaderboards;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whenever a run is killed, the next one ends with the bytes of a run that never was. */
class KilledRunTest {
  private static final int KILLS = 6;

  /** Short runs start faster without the optimising compiler. */
  private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");

  @TempDir Path folder;

  private static String[] collect(Path sources, Path output) {
    return new String[] {
      "collect-models", "--sources=" + sources, "--output=" + output, "--asOf=2026-01-01"
    };
  }

  private static String[] estimate(Path output) {
    return new String[] {"estimate-flops", "--output=" + output, "--asOf=2026-01-01"};
  }

  private static void done(String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
  }

  private static SortedMap<String, String> clean(Path sources, Path output) {
    done(collect(sources, output));
    done(estimate(output));
    return OutputTree.published(output);
  }

  @Test
  void killedAtAnyMomentAndRunAgain() throws Exception {
    Path before = new SyntheticLeaderboards(200, 3, 300, 5).writeTo(folder.resolve("before"));
    Path sources = new SyntheticLeaderboards(200, 2, 400, 6).writeTo(folder.resolve("after"));
    SortedMap<String, String> expected = clean(sources, folder.resolve("clean"));
    Path output = folder.resolve("out");
    // In children: this process would hold the lock of the output directory to its own end.
    long collecting = inChild(collect(before, output));
    long estimating = inChild(estimate(output));
    SplittableRandom random = new SplittableRandom(2026);
    int killed = 0;
    for (int i = 0; i < KILLS; i++) {
      boolean first = i < KILLS / 2;
      long usual = first ? collecting : estimating;
      ChildProcess child =
          ChildProcess.start(
              folder.resolve("log"),
              QUICK_START,
              first ? collect(sources, output) : estimate(output));
      if (child.endsWithin(random.nextLong(usual / 3, usual))) {
        assertEquals(0, child.await(), child.printed());
      } else {
        child.kill();
        killed++;
      }
      assertPublishedFilesAreWhole(output);
    }
    assertTrue(killed > 0, "every run ended before it could be killed");
    assertEquals(expected, clean(sources, output));
    assertEquals(List.of("collect-models.json", "estimate-flops.json", "lock"), state(output));
  }

  /** Runs a command to its end; returns the milliseconds it took. */
  private long inChild(String... arguments) throws Exception {
    long start = System.nanoTime();
    ChildProcess child = ChildProcess.start(folder.resolve("log"), QUICK_START, arguments);
    assertEquals(0, child.await(), child.printed());
    return (System.nanoTime() - start) / 1_000_000;
  }

  /** What a manifest names is there with the bytes it states, unless a journal waits. */
  private static void assertPublishedFilesAreWhole(Path output) throws IOException {
    for (String stage : List.of("collect-models", "estimate-flops")) {
      boolean waiting = Files.exists(output.resolve("_evalbeam/" + stage + ".journal.json"));
      Manifest manifest = Publication.read(output.toString(), stage).orElse(null);
      if (manifest == null || waiting) {
        continue;
      }
      SortedMap<String, String> files = OutputTree.published(output);
      for (Manifest.Output file : manifest.files()) {
        assertEquals(file.sha256(), files.get(file.path()), file.path());
      }
    }
  }

  /** Only the state between the stages' runs; no staged file is left over. */
  private static List<String> state(Path output) {
    return OutputTree.files(output.resolve("_evalbeam")).stream()
        .map(file -> output.resolve("_evalbeam").relativize(file).toString())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0, false, collect-models",
    "1, false, estimate-flops",
    "9, false, collect-models",
    "18, false, estimate-flops",
    "18, true, collect-models"
  })
  void killedAmongTheMoves(int moved, boolean manifestWritten, String next) throws Exception {
    Path sources = SampleSources.copyTo(folder.resolve("data"));
    Path output = folder.resolve("out");
    SortedMap<String, String> expected = clean(sources, output);
    Path state = output.resolve("_evalbeam");
    ObjectMapper json = new ObjectMapper();
    ObjectNode journal = json.createObjectNode();
    ArrayNode moves = journal.putArray("moves");
    journal.putArray("obsolete").add("scraped/gone_models.json");
    Manifest manifest = Publication.read(output.toString(), "collect-models").orElseThrow();
    journal.set("manifest", json.valueToTree(manifest));
    Path staging = Files.createDirectories(state.resolve("staging/collect-models"));
    for (int i = 0; i < manifest.files().size(); i++) {
      Path target = output.resolve(manifest.files().get(i).path());
      Path staged = staging.resolve("file-" + i);
      moves
          .addObject()
          .put("staged", staged.toString())
          .put("target", manifest.files().get(i).path());
      if (i >= moved) {
        Files.move(target, staged);
        Files.writeString(target, "of the run before");
      }
    }
    Files.writeString(output.resolve("scraped/gone_models.json"), "{}");
    Files.writeString(state.resolve("collect-models.journal.json"), journal.toString());
    if (!manifestWritten) {
      Files.delete(state.resolve("collect-models.json"));
    }

    done(next.equals("collect-models") ? collect(sources, output) : estimate(output));

    assertEquals(expected, OutputTree.published(output));
    assertEquals(List.of("collect-models.json", "estimate-flops.json", "lock"), state(output));
  }

  @Test
  void aDirectoryThatAnotherRunWritesToIsLeftAlone() throws Exception {
    Path sources = SampleSources.copyTo(folder.resolve("data"));
    Path output = folder.resolve("out");
    Path state = Files.createDirectories(output.resolve("_evalbeam"));
    try (FileChannel channel =
            FileChannel.open(
                state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertTrue(lock.isValid());
      CommandRun run = CommandRun.of(collect(sources, output));
      assertEquals(ExitCode.FAILED, run.exitCode());
      assertTrue(run.errors().contains("another run is writing to " + output), run.errors());
      assertFalse(run.errors().contains("\tat "), run.errors());
      assertEquals(List.of(), List.copyOf(OutputTree.published(output).keySet()));
    }
    done(collect(sources, output));
  }

  @Test
  void twoRunsAtOnceDoNotMix() throws Exception {
    Path sources = SampleSources.copyTo(folder.resolve("data"));
    Path output = folder.resolve("out");
    ChildProcess first =
        ChildProcess.start(folder.resolve("log1"), QUICK_START, collect(sources, output));
    ChildProcess second =
        ChildProcess.start(folder.resolve("log2"), QUICK_START, collect(sources, output));
    int worse = Math.max(first.await(), second.await());
    String printed = first.printed() + second.printed();
    assertEquals(printed.contains("another run is writing to") ? 1 : 0, worse, printed);
    assertPublishedFilesAreWhole(output);
    Path here = folder.resolve("here");
    done(collect(sources, here));
    assertEquals(
        OutputTree.published(here),
        OutputTree.published(output),
        "another process, the same bytes");
  }
}
