package io.evalbeam.pipelines.evaluation.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evalbeam.testing.ChildProcess;
import io.evalbeam.testing.HelmRunFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever a run is killed, the next one ends with the bytes of a run that never was. */
class KilledAggregateTest {
  private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");

  @TempDir Path folder;

  @Test
  void killedAndRunAgain() throws Exception {
    CoastStatistics coast = new CoastStatistics(folder).with(HelmRunFixture.of("acme/gull"));
    coast.ingest();
    long start = System.nanoTime();
    ChildProcess whole = start(coast);
    assertEquals(0, whole.await(), whole.printed());
    long usual = (System.nanoTime() - start) / 1_000_000;
    coast.with(HelmRunFixture.of("acme/tern")).ingest();
    SortedMap<String, String> expected = coast.fromScratch();
    int killed = 0;
    for (int quarter = 1; quarter < 4; quarter++) {
      ChildProcess child = start(coast);
      if (!child.endsWithin(usual * quarter / 4)) {
        child.kill();
        killed++;
      }
    }
    assertTrue(killed > 0, "every run ended before it could be killed");
    ChildProcess last = start(coast);
    assertEquals(0, last.await(), last.printed());
    assertEquals(expected, coast.published());
  }

  /** In a child: this process would hold the lock of the output directory to its own end. */
  private ChildProcess start(CoastStatistics coast) throws Exception {
    return ChildProcess.start(
        folder.resolve("log"), QUICK_START, coast.arguments(coast.statistics()));
  }
}
