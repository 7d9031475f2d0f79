package io.evalbeam.transforms.tracking;

import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.tracking.EntityLink;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.transforms.grouping.Bucket;
import io.evalbeam.transforms.grouping.GroupInBuckets;
import io.evalbeam.transforms.identity.EntityIds;
import io.evalbeam.transforms.tracker.TrackerConfiguration;
import io.evalbeam.transforms.tracker.TrackerEstimate;
import io.evalbeam.transforms.tracker.TrackerEstimator;
import io.evalbeam.transforms.tracker.TrackerMerge;
import io.evalbeam.transforms.tracker.TrackerResult;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.Coder;
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
  private final int shards;

  private TrackerModels(
      String stage, Map<String, String> configuration, String updatedAt, int shards) {
    this.stage = stage;
    this.configuration = configuration;
    this.updatedAt = updatedAt;
    this.shards = shards;
  }

  /**
   * Applies the policy.
   *
   * @param stage command, for counts
   * @param configuration texts of the tracker's configuration files by name
   * @param updatedAt moment of the run, ISO date-time with Z
   * @param shards into which models are split by a hash of their name
   */
  public static TrackerModels with(
      String stage, Map<String, String> configuration, String updatedAt, int shards) {
    return new TrackerModels(stage, Map.copyOf(configuration), updatedAt, shards);
  }

  /** Gives {@code MODELS}, {@code ESTIMATES}, {@code LINKS} and {@code COUNTS}. */
  @Override
  public PCollectionTuple expand(PCollection<SourceRow> rows) {
    return rows.apply("GroupByName", GroupInBuckets.by(TrackerModels::key, shards))
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
      extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {
    private final Coder<SourceRow> rowCoder = RecordCoders.of(SourceRow.class);
    private final Coder<EntityLink> linkCoder = RecordCoders.of(EntityLink.class);
    private final Coder<TrackedModel> modelCoder = RecordCoders.of(TrackedModel.class);
    private final Coder<FlopEstimate> estimateCoder = RecordCoders.of(FlopEstimate.class);
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
    public void process(@Element KV<Integer, Iterable<byte[]>> bucket, MultiOutputReceiver out) {
      ByteArrayOutputStream models = new ByteArrayOutputStream();
      ByteArrayOutputStream estimates = new ByteArrayOutputStream();
      ByteArrayOutputStream links = new ByteArrayOutputStream();
      EstimateCounts counts = new EstimateCounts(stage);
      long linked = 0;
      for (Map.Entry<String, List<SourceRow>> group :
          Bucket.groups(bucket.getValue(), rowCoder, TrackerModels::key).entrySet()) {
        List<SourceRow> rows = group.getValue();
        TrackerResult result = estimator.estimate(TrackerMerge.mergeName(rows));
        String entityId = EntityIds.ofName(group.getKey());
        TrackedModel model = result.toTrackedModel(entityId, updatedAt);
        List<FlopEstimate> all = result.toFlopEstimates(entityId);
        PackedRows.append(modelCoder, model, models);
        all.forEach(estimate -> PackedRows.append(estimateCoder, estimate, estimates));
        rows.forEach(row -> PackedRows.append(linkCoder, EntityLink.of(entityId, row), links));
        counts.add(model, all);
        TrackerEstimate original = result.beforeCap();
        if (original != null && original.flop() >= model.threshold()) {
          counts.add("above_threshold_before_cap", "");
        }
        linked += rows.size();
      }
      out.get(TrackingTags.MODELS).output(KV.of(bucket.getKey(), models.toByteArray()));
      out.get(TrackingTags.ESTIMATES).output(KV.of(bucket.getKey(), estimates.toByteArray()));
      out.get(TrackingTags.LINKS).output(KV.of(bucket.getKey(), links.toByteArray()));
      counts.rows().forEach(out.get(TrackingTags.COUNTS)::output);
      out.get(TrackingTags.COUNTS).output(new StageCount(stage, "rows_linked", "", linked));
    }
  }

  private static String key(SourceRow row) {
    return TrackerMerge.key(row.name());
  }
}
