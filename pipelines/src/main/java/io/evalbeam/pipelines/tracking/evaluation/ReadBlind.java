package io.evalbeam.pipelines.tracking.evaluation;

import io.evalbeam.io.publish.CollectResult;
import io.evalbeam.io.source.CollectedSource;
import io.evalbeam.io.source.RowSink;
import io.evalbeam.pipelines.tracking.collection.SourcePlan;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.EstimateComparison;
import io.evalbeam.schemas.tracking.ParsedRow;
import io.evalbeam.transforms.estimate.BlindEvidence;
import io.evalbeam.transforms.tracking.TrackingTags;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** Reads an export and parts what an estimator may see from what it is compared with. */
final class ReadBlind extends DoFn<SourcePlan, KV<Integer, byte[]>> {
  /** Packed EstimateComparison without estimates: the curated values. */
  static final TupleTag<KV<Integer, byte[]>> CURATED = new TupleTag<>() {};

  private final Coder<EntityEvidence> evidenceCoder = RecordCoders.of(EntityEvidence.class);
  private final Coder<EstimateComparison> curatedCoder = RecordCoders.of(EstimateComparison.class);

  @ProcessElement
  public void process(@Element SourcePlan plan, MultiOutputReceiver out) throws IOException {
    ByteArrayOutputStream evidence = new ByteArrayOutputStream();
    ByteArrayOutputStream curated = new ByteArrayOutputStream();
    RowSink sink =
        new RowSink() {
          @Override
          public void row(ParsedRow row) {
            BlindEvidence blind = BlindEvidence.of(row);
            PackedRows.append(evidenceCoder, blind.evidence(), evidence);
            Double actual = blind.actualFlop();
            if (actual != null) {
              PackedRows.append(curatedCoder, curated(row, blind, actual), curated);
            }
          }

          @Override
          public void issue(Issue issue) {
            out.get(TrackingTags.ISSUES).output(issue);
          }
        };
    CollectedSource collected = plan.collector().collect(plan.source(), sink);
    out.get(TrackingTags.EVIDENCE).output(KV.of(0, evidence.toByteArray()));
    out.get(CURATED).output(KV.of(0, curated.toByteArray()));
    collected.files().forEach(out.get(CollectResult.INPUTS)::output);
    count(out, "rows_read", collected.counts().read());
    count(out, "rows_kept", collected.counts().kept());
    count(out, "rows_rejected", collected.counts().rejected());
    count(out, "sources_incomplete", collected.counts().complete() ? 0 : 1);
  }

  private static EstimateComparison curated(ParsedRow row, BlindEvidence blind, double actual) {
    return new EstimateComparison(
        row.row(),
        row.rawName(),
        List.copyOf(blind.groups()),
        actual,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static void count(MultiOutputReceiver out, String measure, long count) {
    out.get(TrackingTags.COUNTS).output(new StageCount(EvaluateEstimates.NAME, measure, "", count));
  }
}
