package io.evalbeam.pipelines.tracking.evaluation;

import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.tracking.EstimateAccuracyRow;
import io.evalbeam.schemas.tracking.EstimateComparison;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.transforms.estimate.EstimateAccuracy;
import io.evalbeam.transforms.tracking.TrackingTags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** Puts blind estimates beside the curated values and summarises the errors. */
final class CompareEstimates extends DoFn<KV<Integer, CoGbkResult>, EstimateComparison> {
  static final TupleTag<EstimateComparison> COMPARISONS = new TupleTag<>() {};
  static final TupleTag<EstimateAccuracyRow> ACCURACY = new TupleTag<>() {};

  /** Sides of the join. */
  static final TupleTag<byte[]> BLIND_SIDE = new TupleTag<>() {};

  static final TupleTag<byte[]> CURATED_SIDE = new TupleTag<>() {};

  private final Coder<EstimateComparison> curatedCoder = RecordCoders.of(EstimateComparison.class);
  private final Coder<FlopEstimate> estimateCoder = RecordCoders.of(FlopEstimate.class);
  private final String source;

  CompareEstimates(String source) {
    this.source = source;
  }

  @ProcessElement
  public void process(@Element KV<Integer, CoGbkResult> shard, MultiOutputReceiver out) {
    Map<String, FlopEstimate> chosen = new HashMap<>();
    for (byte[] packed : shard.getValue().getAll(BLIND_SIDE)) {
      PackedRows.unpack(
          estimateCoder,
          packed,
          estimate -> {
            if (estimate.chosen()) {
              chosen.put(estimate.entityId(), estimate);
            }
          });
    }
    List<EstimateAccuracy.Case> cases = new ArrayList<>();
    for (byte[] packed : shard.getValue().getAll(CURATED_SIDE)) {
      PackedRows.unpack(
          curatedCoder,
          packed,
          curated -> {
            FlopEstimate estimate = chosen.get(source + "-" + curated.row());
            if (estimate == null) {
              out.get(COMPARISONS).output(curated);
              count(out, "without_estimate");
              return;
            }
            EstimateAccuracy.Case known = known(curated, estimate);
            cases.add(known);
            out.get(COMPARISONS).output(compared(curated, estimate, known));
            count(out, "compared");
          });
    }
    for (EstimateAccuracy.Summary summary : EstimateAccuracy.summarize(cases)) {
      out.get(ACCURACY)
          .output(
              new EstimateAccuracyRow(
                  summary.group(),
                  summary.cases(),
                  summary.medianFold(),
                  summary.geometricMeanFold(),
                  summary.within2(),
                  summary.within3(),
                  summary.within10(),
                  summary.coverage()));
    }
  }

  /** Besides its evidence, a case counts under the confidence and the method of its estimate. */
  private static EstimateAccuracy.Case known(EstimateComparison curated, FlopEstimate estimate) {
    SortedSet<String> groups = new TreeSet<>(curated.groups());
    groups.add("confidence " + estimate.confidence().key());
    groups.add("method " + estimate.method().key());
    return new EstimateAccuracy.Case(curated.actualFlop(), estimate, groups);
  }

  private static EstimateComparison compared(
      EstimateComparison curated, FlopEstimate estimate, EstimateAccuracy.Case known) {
    return new EstimateComparison(
        curated.row(),
        curated.name(),
        curated.groups(),
        curated.actualFlop(),
        estimate.flop(),
        estimate.log10FlopLow(),
        estimate.log10FlopHigh(),
        known.fold(),
        known.isCovered(),
        estimate.method(),
        estimate.confidence(),
        estimate.reasoning());
  }

  private static void count(MultiOutputReceiver out, String measure) {
    out.get(TrackingTags.COUNTS).output(new StageCount(EvaluateEstimates.NAME, measure, "", 1));
  }
}
