package io.evalbeam.transforms.tracking;

import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.tracking.EntityLink;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.transforms.grouping.GroupInBuckets;
import io.evalbeam.transforms.identity.EntityIds;
import io.evalbeam.transforms.tracker.TrackerConfiguration;
import io.evalbeam.transforms.tracker.TrackerEstimate;
import io.evalbeam.transforms.tracker.TrackerEstimator;
import io.evalbeam.transforms.tracker.TrackerMerge;
import io.evalbeam.transforms.tracker.TrackerResult;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Merges and estimates under the {@code tracker} policy: one name, one model, the last row wins.
 */
public final class TrackerModels extends PTransform<PCollection<SourceRow>, PCollectionTuple> {
  private final String stage;
  private final Map<String, String> configuration;
  private final String updatedAt;
  private final int buckets;

  private TrackerModels(
      String stage, Map<String, String> configuration, String updatedAt, int buckets) {
    this.stage = stage;
    this.configuration = configuration;
    this.updatedAt = updatedAt;
    this.buckets = buckets;
  }

  /**
   * Applies the policy.
   *
   * @param stage command, for counts
   * @param configuration texts of the tracker's configuration files by name
   * @param updatedAt moment of the run, ISO date-time with Z
   * @param buckets of the grouping by name
   */
  public static TrackerModels with(
      String stage, Map<String, String> configuration, String updatedAt, int buckets) {
    return new TrackerModels(stage, Map.copyOf(configuration), updatedAt, buckets);
  }

  /** Gives {@code MODELS}, {@code ESTIMATES}, {@code LINKS} and {@code COUNTS}. */
  @Override
  public PCollectionTuple expand(PCollection<SourceRow> rows) {
    return rows.apply(
            "GroupByName", GroupInBuckets.by(row -> TrackerMerge.key(row.name()), buckets))
        .apply(
            "MergeAndEstimate",
            ParDo.of(new MergeAndEstimate(stage, configuration, updatedAt))
                .withOutputTags(
                    TrackingTags.MODELS,
                    TupleTagList.of(TrackingTags.ESTIMATES)
                        .and(TrackingTags.LINKS)
                        .and(TrackingTags.COUNTS)));
  }

  private static final class MergeAndEstimate
      extends DoFn<KV<String, List<SourceRow>>, TrackedModel> {
    private final String stage;
    private final Map<String, String> configuration;
    private final String updatedAt;
    private transient TrackerEstimator estimator;

    @SuppressWarnings("NullAway.Init") // the estimator is made in Setup
    MergeAndEstimate(String stage, Map<String, String> configuration, String updatedAt) {
      this.stage = stage;
      this.configuration = configuration;
      this.updatedAt = updatedAt;
    }

    @Setup
    public void setup() {
      estimator = new TrackerEstimator(TrackerConfiguration.parse(configuration));
    }

    @ProcessElement
    public void process(@Element KV<String, List<SourceRow>> group, MultiOutputReceiver out) {
      List<SourceRow> rows = group.getValue();
      TrackerResult result = estimator.estimate(TrackerMerge.mergeName(rows));
      String entityId = EntityIds.ofName(group.getKey());
      TrackedModel model = result.toTrackedModel(entityId, updatedAt);
      List<FlopEstimate> estimates = result.toFlopEstimates(entityId);
      out.get(TrackingTags.MODELS).output(model);
      estimates.forEach(out.get(TrackingTags.ESTIMATES)::output);
      rows.forEach(row -> out.get(TrackingTags.LINKS).output(EntityLink.of(entityId, row)));
      EstimateCounts.of(stage, model, estimates).forEach(out.get(TrackingTags.COUNTS)::output);
      count(out, "rows_linked", rows.size());
      TrackerEstimate original = result.beforeCap();
      if (original != null && original.flop() >= model.threshold()) {
        count(out, "above_threshold_before_cap", 1);
      }
    }

    private void count(MultiOutputReceiver out, String measure, long count) {
      out.get(TrackingTags.COUNTS).output(new StageCount(stage, measure, "", count));
    }
  }
}
