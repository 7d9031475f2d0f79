package io.evalbeam.transforms.tracking;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.LinkedEntity;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.transforms.grouping.GroupInBuckets;
import io.evalbeam.transforms.identity.DeveloperResolver;
import io.evalbeam.transforms.identity.EntityLinker;
import io.evalbeam.transforms.identity.Linking;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Unites source rows into models: rows of one normalised name come together, the linker decides how
 * many models they are about. Every row gets exactly one link.
 */
public final class LinkModels extends PTransform<PCollection<SourceRow>, PCollectionTuple> {
  private final String stage;
  private final int buckets;

  private LinkModels(String stage, int buckets) {
    this.stage = stage;
    this.buckets = buckets;
  }

  /**
   * Links rows.
   *
   * @param stage command, for counts
   * @param buckets of the grouping by name
   */
  public static LinkModels forStage(String stage, int buckets) {
    return new LinkModels(stage, buckets);
  }

  /** Gives {@code EVIDENCE}, {@code LINKS}, {@code ISSUES} and {@code COUNTS}. */
  @Override
  public PCollectionTuple expand(PCollection<SourceRow> rows) {
    return rows.apply("GroupByName", GroupInBuckets.by(SourceRow::name, buckets))
        .apply(
            "LinkRows",
            ParDo.of(new LinkRows(stage))
                .withOutputTags(
                    TrackingTags.EVIDENCE,
                    TupleTagList.of(TrackingTags.LINKS)
                        .and(TrackingTags.ISSUES)
                        .and(TrackingTags.COUNTS)));
  }

  private static final class LinkRows extends DoFn<KV<String, List<SourceRow>>, EntityEvidence> {
    private final String stage;
    private transient EntityLinker linker;

    @SuppressWarnings("NullAway.Init") // the linker is made in Setup
    LinkRows(String stage) {
      this.stage = stage;
    }

    @Setup
    public void setup() {
      linker = new EntityLinker(DeveloperResolver.standard());
    }

    @ProcessElement
    public void process(@Element KV<String, List<SourceRow>> group, MultiOutputReceiver out) {
      Linking linking = linker.link(group.getValue());
      for (LinkedEntity entity : linking.entities()) {
        out.get(TrackingTags.EVIDENCE).output(entity.evidence());
        entity.links().forEach(out.get(TrackingTags.LINKS)::output);
        out.get(TrackingTags.COUNTS)
            .output(new StageCount(stage, "rows_linked", "", entity.rows().size()));
      }
      for (Issue issue : linking.issues()) {
        out.get(TrackingTags.ISSUES).output(issue);
      }
    }
  }
}
