package io.evalbeam.pipelines.evaluation.ingest;

import io.evalbeam.io.evaluation.DamagedRunException;
import io.evalbeam.io.files.Progress;
import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.schemas.evaluation.RunEntry;
import io.evalbeam.schemas.issue.Issue;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Streams the runs of one part into its files. Rows stay on the worker: what leaves are names of
 * files, register entries and counts.
 */
final class WritePart extends DoFn<PartPlan, RunEntry> {
  /** Stage in the issues of this step. */
  static final String STAGE = IngestEvals.NAME + "/read";

  static final TupleTag<RunEntry> ENTRIES = new TupleTag<>() {};
  static final TupleTag<Issue> ISSUES = new TupleTag<>() {};

  private final IngestSettings settings;
  private final String staging;
  private final String output;
  private transient RunContext context;

  @SuppressWarnings("NullAway.Init") // reference data are read once a worker
  WritePart(IngestSettings settings, String staging, String output) {
    this.settings = settings;
    this.staging = staging;
    this.output = output;
  }

  @Setup
  public void setup() {
    context = new RunContext(settings);
  }

  @ProcessElement
  public void process(@Element PartPlan plan, MultiOutputReceiver out) throws IOException {
    if (!plan.copies().isEmpty()) {
      CompactPart part = new CompactPart(settings.layout(), output, staging, plan);
      part.write().forEach(out.get(CollectResult.FILES)::output);
      part.entries().forEach(out.get(ENTRIES)::output);
      return;
    }
    Progress.plan(plan.runs().stream().mapToLong(planned -> planned.run().bytes()).sum());
    Set<PlannedRun> damaged = new HashSet<>();
    boolean written = false;
    while (!written) {
      written = write(plan, damaged, out);
    }
    count(out, "runs_rejected", damaged.size());
    count(out, "runs_new", plan.runs().size() - damaged.size());
  }

  /**
   * Writes the part without the runs known to be damaged. A run that turns out damaged after rows
   * of it were written cannot be taken back, so the part is begun again without it.
   *
   * @return whether the part is complete
   */
  private boolean write(PartPlan plan, Set<PlannedRun> damaged, MultiOutputReceiver out)
      throws IOException {
    long complete = 0;
    try (PartWriter part = new PartWriter(context, staging, plan.number())) {
      for (PlannedRun planned : plan.runs()) {
        if (damaged.contains(planned)) {
          continue;
        }
        try {
          part.read(planned);
          complete += planned.run().bytes();
        } catch (DamagedRunException e) {
          damaged.add(planned);
          out.get(ISSUES).output(issueOf(planned, e));
          if (part.holdsRowsOfBrokenRun()) {
            // Those will be read a second time.
            Progress.plan(complete);
            return false;
          }
        } finally {
          Progress.read(planned.run().bytes());
        }
      }
      if (part.entries().isEmpty()) {
        // A run that stays damaged must not leave an empty part behind each time.
        return true;
      }
      part.finish().forEach(out.get(CollectResult.FILES)::output);
      part.entries().forEach(out.get(ENTRIES)::output);
    }
    return true;
  }

  /** Places are told below the input, also by readers that know no more than a file's name. */
  private static Issue issueOf(PlannedRun planned, DamagedRunException damage) {
    String location = planned.run().location();
    return Issues.below(location, Issues.inside(location, Issues.ofStage(STAGE, damage.issue())));
  }

  private void count(MultiOutputReceiver out, String measure, long count) {
    out.get(CollectResult.COUNTS).output(settings.layout().count(measure, count));
  }
}
