package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.io.table.TableFileReader;
import io.evalbeam.schemas.evaluation.FoundRun;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** Compares all runs found with the register of the previous run and plans the parts to write. */
final class PlanParts extends DoFn<KV<Integer, Iterable<byte[]>>, PartPlan> {
  static final TupleTag<PartPlan> PARTS = new TupleTag<>() {};
  static final TupleTag<RunEntry> ENTRIES = new TupleTag<>() {};
  static final TupleTag<Issue> ISSUES = new TupleTag<>() {};

  /** Measure that carries the next free number of a part from run to run. */
  static final String NEXT_PART = "next_part";

  private final IngestSettings settings;
  private final PreviousIngest previous;
  private final long partBytes;
  private final boolean compact;

  PlanParts(IngestSettings settings, PreviousIngest previous, long partBytes, boolean compact) {
    this.settings = settings;
    this.previous = previous;
    this.partBytes = partBytes;
    this.compact = compact;
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<byte[]>> found, MultiOutputReceiver out)
      throws IOException {
    List<FoundRun> runs = PackedRows.unpackAll(RecordCoders.of(FoundRun.class), found.getValue());
    RunChoice choice = RunChoice.of(RunFormats.of(settings), runs);
    choice.issues().forEach(out.get(ISSUES)::output);
    List<RunEntry> register = new ArrayList<>();
    if (previous.register() != null) {
      TableFileReader.forEach(RunEntry.class, previous.register(), register::add);
    }
    PartPlanner planner =
        PartPlanner.plan(choice.chosen(), register, previous.nextPart(), partBytes, compact);
    planner.entries().forEach(out.get(ENTRIES)::output);
    planner.parts().forEach(out.get(PARTS)::output);
    count(out, NEXT_PART, planner.nextPart());
    count(out, "runs_duplicate", runs.size() - choice.chosen().size());
  }

  private void count(MultiOutputReceiver out, String measure, long count) {
    out.get(CollectResult.COUNTS).output(settings.layout().count(measure, count));
  }
}
