package io.evalbeam.pipelines.evaluation.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evalbeam.testing.CommandRun;
import io.evalbeam.testing.HelmRunFixture;
import io.evalbeam.testing.OutputTree;
import io.evalbeam.testing.RunnerTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runner and parallelism leave no trace in the statistics. */
@RunnerTest
class AggregateEverywhereTest {
  @TempDir Path folder;

  @Test
  void theSameBytes() throws IOException {
    CoastStatistics coast = new CoastStatistics(folder);
    for (String subject : List.of("tides", "winds", "sands")) {
      for (String model : List.of("acme/gull", "acme/tern", "globex/auk")) {
        coast.with(HelmRunFixture.of(model).subject(subject).trials(2).perturbed());
      }
    }
    coast.ingest("--partBytes=20000");
    SortedMap<String, String> expected = coast.fromScratch();
    assertEquals(
        expected, published(CommandRun.job(coast.arguments(folder.resolve("job"))), "job"));
    for (int parallelism : List.of(1, 2, 8)) {
      String name = "flink" + parallelism;
      CommandRun run =
          CommandRun.of(
              coast.arguments(
                  folder.resolve(name),
                  "--runner=FlinkRunner",
                  "--flinkMaster=[local]",
                  "--parallelism=" + parallelism));
      assertEquals(expected, published(run, name), name);
    }
  }

  private SortedMap<String, String> published(CommandRun run, String name) {
    CoastStatistics.done(run);
    return OutputTree.published(folder.resolve(name));
  }
}
