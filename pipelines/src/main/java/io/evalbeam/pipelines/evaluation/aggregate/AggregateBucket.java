package io.evalbeam.pipelines.evaluation.aggregate;

import io.evalbeam.io.files.BeamFiles;
import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.schemas.evaluation.AggregatedRun;
import io.evalbeam.schemas.evaluation.CellStatistics;
import io.evalbeam.schemas.evaluation.ComparisonState;
import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.table.Table;
import io.evalbeam.transforms.aggregate.ComparisonKey;
import io.evalbeam.transforms.aggregate.TaskAggregation;
import io.evalbeam.transforms.evaluation.TaskState;
import io.evalbeam.transforms.evaluation.UnitDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Brings one bucket of the state up to date: tasks with new or lost runs are aggregated again, from
 * the kept state and the new rows.
 */
final class AggregateBucket extends DoFn<KV<Integer, Iterable<byte[]>>, BucketFiles> {
  static final TupleTag<BucketFiles> BUCKETS = new TupleTag<>() {};

  private static final Table<CellStatistics> ROWS = Table.of(CellStatistics.class);

  private final AggregateSettings settings;
  private final BucketPlaces places;
  private final String liveRuns;
  private final Set<Integer> changed;
  private final Set<Integer> occupied;

  /**
   * A step of the graph.
   *
   * @param liveRuns list of live runs
   * @param changed buckets to make again
   * @param occupied buckets with live runs
   */
  AggregateBucket(
      AggregateSettings settings,
      BucketPlaces places,
      String liveRuns,
      Set<Integer> changed,
      Set<Integer> occupied) {
    this.settings = settings;
    this.places = places;
    this.liveRuns = liveRuns;
    this.changed = new HashSet<>(changed);
    this.occupied = new HashSet<>(occupied);
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<byte[]>> element, MultiOutputReceiver out)
      throws IOException {
    int bucket = element.getKey();
    if (!occupied.contains(bucket)) {
      return;
    }
    if (!changed.contains(bucket)) {
      out.get(BUCKETS).output(places.published(bucket));
      return;
    }
    Set<String> live = liveRuns(bucket);
    SortedMap<String, List<CellStatistics>> tasks = new TreeMap<>();
    Consumer<CellStatistics> collect =
        row -> {
          if (live.contains(PartRead.run(row.runName(), row.runHash()))) {
            tasks.computeIfAbsent(taskKey(row), key -> new ArrayList<>()).add(row);
          }
        };
    Map<String, List<ComparisonState>> kept = new HashMap<>();
    if (places.hasState() && BeamFiles.exists(places.cells(bucket))) {
      TableFileReader.forEach(CellStatistics.class, places.cells(bucket), collect);
      TableFileReader.forEach(
          ComparisonState.class,
          places.published(bucket).states(),
          state -> kept.computeIfAbsent(taskKey(state), key -> new ArrayList<>()).add(state));
    }
    Coder<TaskRows> coder = RecordCoders.of(TaskRows.class);
    element
        .getValue()
        .forEach(chunk -> PackedRows.unpack(coder, chunk, rows -> rows.unpack(collect)));
    try (BucketWriter writer = new BucketWriter(places, bucket)) {
      for (List<CellStatistics> rows : tasks.values()) {
        rows.sort(ROWS.keyOrder());
        writer.add(rows, aggregate(rows, kept.getOrDefault(taskKey(rows.get(0)), List.of())));
      }
      out.get(BUCKETS).output(writer.finish(out.get(CollectResult.FILES)::output));
    }
  }

  private TaskAggregation aggregate(List<CellStatistics> rows, List<ComparisonState> kept) {
    UnitDecoder decoder = new UnitDecoder();
    Map<ComparisonKey, TaskState> previous = new HashMap<>();
    for (ComparisonState state : kept) {
      previous.put(ComparisonKey.of(state), TaskState.fromBytes(state.state(), decoder));
    }
    return TaskAggregation.of(settings.ofTasks(), rows, previous, decoder);
  }

  /** Live runs of a bucket, from the list that the client staged. */
  private Set<String> liveRuns(int bucket) throws IOException {
    Set<String> runs = new HashSet<>();
    TableFileReader.forEach(
        AggregatedRun.class,
        liveRuns,
        run -> {
          if (AggregatePlan.bucket(run) == bucket) {
            runs.add(PartRead.run(run.runName(), run.runHash()));
          }
        });
    return runs;
  }

  private static String taskKey(CellStatistics row) {
    return row.benchmark() + "\n" + row.task();
  }

  private static String taskKey(ComparisonState state) {
    return state.benchmark() + "\n" + state.task();
  }
}
