package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.publish.Manifest;
import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.pipelines.evaluation.ingest.IngestLayout;
import io.evalbeam.schemas.evaluation.AggregatedRun;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.table.Buckets;
import io.evalbeam.schemas.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What must be done so that the kept state becomes that of the live runs: new runs are read from
 * their shards, buckets of the state with new or lost runs are made again, the others stay.
 *
 * @param live live runs, sorted by key
 * @param reads shards with runs that the state does not hold
 * @param changed buckets to make again, sorted
 * @param lost runs that are no longer live
 */
record AggregatePlan(
    List<AggregatedRun> live, List<PartRead> reads, SortedSet<Integer> changed, long lost) {

  /**
   * Plans.
   *
   * @param runs live runs
   * @param previous manifest of the last run; empty if its state cannot be used
   */
  static AggregatePlan of(
      List<RunEntry> runs,
      Optional<Manifest> previous,
      AggregateLayout layout,
      String input,
      String output)
      throws IOException {
    Set<AggregatedRun> known =
        previous.isEmpty()
            ? Set.of()
            : readRuns(AggregateLayout.in(output, layout.aggregatedRuns()));
    List<AggregatedRun> live = new ArrayList<>();
    SortedMap<String, List<String>> wanted = new TreeMap<>();
    SortedSet<Integer> changed = new TreeSet<>();
    for (RunEntry entry : runs) {
      AggregatedRun run =
          new AggregatedRun(entry.benchmark(), entry.task(), entry.runName(), entry.runHash());
      live.add(run);
      if (!known.contains(run)) {
        changed.add(bucket(run));
        String path =
            BeamFiles.join(
                input,
                new IngestLayout(entry.source(), entry.benchmark()).statistics(entry.part()));
        wanted
            .computeIfAbsent(path, key -> new ArrayList<>())
            .add(PartRead.run(entry.runName(), entry.runHash()));
      }
    }
    Set<AggregatedRun> lost = new HashSet<>(known);
    live.forEach(lost::remove);
    lost.forEach(run -> changed.add(bucket(run)));
    live.sort(Table.of(AggregatedRun.class).keyOrder());
    List<PartRead> reads = new ArrayList<>();
    wanted.forEach((path, read) -> reads.add(new PartRead(path, read)));
    return new AggregatePlan(live, reads, changed, lost.size());
  }

  static int bucket(AggregatedRun run) {
    return Buckets.of(run.taskKey(), AggregateLayout.BUCKETS);
  }

  /** What to read, divided for the workers. */
  List<ShardBatch> batches() {
    return ShardBatch.of(reads);
  }

  /** Buckets that hold a live run. */
  Set<Integer> occupied() {
    Set<Integer> buckets = new TreeSet<>();
    live.forEach(run -> buckets.add(bucket(run)));
    return buckets;
  }

  /** Buckets that stay as they are. */
  Set<Integer> unchanged() {
    Set<Integer> buckets = occupied();
    buckets.removeAll(changed);
    return buckets;
  }

  private static Set<AggregatedRun> readRuns(String path) throws IOException {
    Set<AggregatedRun> runs = new HashSet<>();
    TableFileReader.forEach(AggregatedRun.class, path, runs::add);
    return runs;
  }
}
