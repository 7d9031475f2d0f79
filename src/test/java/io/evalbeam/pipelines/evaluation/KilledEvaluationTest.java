package io.evalbeam.pipelines.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.publish.Publication;
import io.evalbeam.pipelines.command.ExitCode;
import io.evalbeam.testing.ChildProcess;
import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.DuckDb;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.OutputTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whenever ingestion or aggregation is killed, the next run ends as if that never was. */
class KilledEvaluationTest {
  private static final String INGEST = "ingest-evals.helm_coast";
  private static final String AGGREGATE = "aggregate-stats.helm";
  private static final int KILLS = 4;

  /** Short runs start faster without the optimising compiler. */
  private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-Xmx1g");

  /** What undisturbed runs made: first of the earlier runs, then of the later ones. */
  @TempDir static Path undisturbed = Path.of("");

  @TempDir Path folder;

  @BeforeAll
  static void runUndisturbed() throws IOException {
    writeRuns(undisturbed.resolve("earlier"), 3, 8);
    writeRuns(undisturbed.resolve("later"), 2, 4);
    Path output = undisturbed.resolve("out");
    done(ingest("earlier", output));
    done(aggregate(output));
    done(ingest("later", output));
    done(aggregate(output));
  }

  /** Runs of a few models; of each subject, some are changed, some are gone, some stay. */
  private static void writeRuns(Path suite, int stride, int instances) throws IOException {
    for (int run = 0; run < 12; run++) {
      if (run % stride != 1) {
        HelmRunFixture.of("acme/tern-" + run % 4 + "b")
            .subject("bay" + run / 4)
            .instances(run % 2 == 0 ? 6 : instances)
            .perturbed()
            .write(suite);
      }
    }
  }

  private static String[] ingest(String runs, Path output) {
    return new String[] {
      "ingest-evals",
      "--input=" + undisturbed.resolve(runs),
      "--benchmark=coast",
      "--also=every-eval-ever",
      "--partBytes=60000",
      "--asOf=2026-03-02",
      "--output=" + output
    };
  }

  private static String[] aggregate(Path output) {
    return new String[] {
      "aggregate-stats", "--allowShrink=true", "--asOf=2026-03-02", "--output=" + output
    };
  }

  private static void done(String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertEquals(ExitCode.DONE, run.exitCode(), run.errors());
  }

  /** Runs a command to its end; returns the milliseconds it took. */
  private long inChild(String... arguments) throws Exception {
    long start = System.nanoTime();
    ChildProcess child = ChildProcess.start(folder.resolve("log"), QUICK_START, arguments);
    assertEquals(0, child.await(), child.printed());
    return (System.nanoTime() - start) / 1_000_000;
  }

  @Test
  void killedAtAnyMomentAndRunAgain() throws Exception {
    Path output = folder.resolve("out");
    // In children: this process would hold the lock of the output directory to its own end.
    long ingesting = inChild(ingest("earlier", output));
    long aggregating = inChild(aggregate(output));
    SplittableRandom random = new SplittableRandom(2026);
    int killed = 0;
    for (int i = 0; i < KILLS; i++) {
      boolean first = i < KILLS / 2;
      long usual = first ? ingesting : aggregating;
      String[] command = first ? ingest("later", output) : aggregate(output);
      ChildProcess child = ChildProcess.start(folder.resolve("log"), QUICK_START, command);
      if (child.endsWithin(random.nextLong(usual / 3, usual))) {
        assertEquals(0, child.await(), child.printed());
      } else {
        child.kill();
        killed++;
      }
      assertPublishedFilesAreWhole(output);
    }
    assertTrue(killed > 0, "every run ended before it could be killed");
    done(ingest("later", output));
    done(aggregate(output));
    assertAsUndisturbed(output);
  }

  /** What a manifest names is there with the bytes it states, unless a journal waits. */
  private static void assertPublishedFilesAreWhole(Path output) throws IOException {
    SortedMap<String, String> files = OutputTree.published(output);
    for (String stage : List.of(INGEST, AGGREGATE)) {
      if (Files.notExists(output.resolve("_evalbeam/" + stage + ".journal.json"))) {
        Manifest manifest = Publication.read(output.toString(), stage).orElseThrow();
        for (Manifest.Output file : manifest.files()) {
          assertEquals(file.sha256(), files.get(file.path()), file.path());
        }
      }
    }
  }

  private static void assertAsUndisturbed(Path output) {
    Path expected = undisturbed.resolve("out");
    assertEquals(oneFileTables(expected), oneFileTables(output));
    assertEquals(detail(expected), detail(output));
    // No staged file is left over.
    assertEquals(
        List.of(AGGREGATE + ".json", INGEST + ".json", "lock"),
        OutputTree.files(output.resolve("_evalbeam")).stream()
            .map(file -> output.resolve("_evalbeam").relativize(file).toString())
            .toList());
  }

  private static SortedMap<String, String> oneFileTables(Path output) {
    SortedMap<String, String> files = OutputTree.published(output);
    files.keySet().removeIf(path -> path.startsWith("detail/"));
    return files;
  }

  private static List<Map<String, @Nullable String>> detail(Path output) {
    return DuckDb.rows(
        "select * from " + DuckDb.table(output.resolve("detail/*.parquet")) + " order by all");
  }

  @ParameterizedTest
  @CsvSource({
    INGEST + ", 0, false, ingest",
    INGEST + ", 5, false, aggregate",
    INGEST + ", 99, true, aggregate",
    AGGREGATE + ", 3, false, ingest",
    AGGREGATE + ", 99, true, aggregate"
  })
  void killedAmongTheMoves(String stage, int moved, boolean manifestWritten, String next)
      throws Exception {
    Path output = folder.resolve("out");
    for (Path file : OutputTree.files(undisturbed.resolve("out"))) {
      Path copy = output.resolve(undisturbed.resolve("out").relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    interrupt(stage, output, moved, manifestWritten);

    done(next.equals("ingest") ? ingest("later", output) : aggregate(output));

    assertAsUndisturbed(output);
  }

  /** Takes a publication back to where only some of its moves were done. */
  private static void interrupt(String stage, Path output, int moved, boolean manifestWritten)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    Path state = output.resolve("_evalbeam");
    Manifest manifest = Publication.read(output.toString(), stage).orElseThrow();
    ObjectNode journal = json.createObjectNode();
    ArrayNode moves = journal.putArray("moves");
    journal.putArray("obsolete").add("detail/helm_coast_part_000.parquet");
    journal.set("manifest", json.valueToTree(manifest));
    Path staging = Files.createDirectories(state.resolve("staging/" + stage));
    for (int i = 0; i < manifest.files().size(); i++) {
      String target = manifest.files().get(i).path();
      Path staged = staging.resolve("file-" + i);
      moves.addObject().put("staged", staged.toString()).put("target", target);
      if (i >= moved) {
        Files.move(output.resolve(target), staged);
        Files.writeString(output.resolve(target), "of the run before");
      }
    }
    Files.writeString(output.resolve("detail/helm_coast_part_000.parquet"), "of the run before");
    Files.writeString(state.resolve(stage + ".journal.json"), journal.toString());
    if (!manifestWritten) {
      BeamFiles.delete(List.of(state.resolve(stage + ".json").toString()));
    }
  }
}
