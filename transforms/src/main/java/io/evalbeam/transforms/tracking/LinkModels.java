package io.evalbeam.transforms.tracking;

import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.EntityLink;
import io.evalbeam.schemas.tracking.LinkedEntity;
import io.evalbeam.schemas.tracking.SourceRow;
import io.evalbeam.transforms.grouping.Bucket;
import io.evalbeam.transforms.grouping.GroupInBuckets;
import io.evalbeam.transforms.identity.EntityLinker;
import io.evalbeam.transforms.identity.IdentityRules;
import io.evalbeam.transforms.identity.Linking;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
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
  private final int shards;
  private final IdentityRules rules;

  private LinkModels(String stage, int shards, IdentityRules rules) {
    this.stage = stage;
    this.shards = shards;
    this.rules = rules;
  }

  /**
   * Links rows.
   *
   * @param stage command, for counts
   * @param shards into which models are split by a hash of their name
   */
  public static LinkModels forStage(String stage, int shards) {
    return new LinkModels(stage, shards, IdentityRules.STANDARD);
  }

  /** The same by other rules for names and developers. */
  public LinkModels by(IdentityRules otherRules) {
    return new LinkModels(stage, shards, otherRules);
  }

  /** Gives {@code EVIDENCE}, {@code LINKS}, {@code ISSUES} and {@code COUNTS}. */
  @Override
  public PCollectionTuple expand(PCollection<SourceRow> rows) {
    return rows.apply("GroupByName", GroupInBuckets.by(SourceRow::name, shards))
        .apply(
            "LinkRows",
            ParDo.of(new LinkRows(stage, rules))
                .withOutputTags(
                    TrackingTags.EVIDENCE,
                    TupleTagList.of(TrackingTags.LINKS)
                        .and(TrackingTags.ISSUES)
                        .and(TrackingTags.COUNTS)));
  }

  private static final class LinkRows
      extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {
    private final Coder<SourceRow> rowCoder = RecordCoders.of(SourceRow.class);
    private final Coder<EntityEvidence> evidenceCoder = RecordCoders.of(EntityEvidence.class);
    private final Coder<EntityLink> linkCoder = RecordCoders.of(EntityLink.class);
    private final String stage;
    private final IdentityRules rules;
    private transient EntityLinker linker;

    @SuppressWarnings("NullAway.Init") // the linker is made in Setup
    LinkRows(String stage, IdentityRules rules) {
      this.stage = stage;
      this.rules = rules;
    }

    @Setup
    public void setup() {
      linker = new EntityLinker(rules.developers());
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> bucket, MultiOutputReceiver out) {
      List<EntityEvidence> evidence = new ArrayList<>();
      List<EntityLink> links = new ArrayList<>();
      for (List<SourceRow> rows :
          Bucket.groups(bucket.getValue(), rowCoder, SourceRow::name).values()) {
        Linking linking = linker.link(rows);
        for (LinkedEntity entity : linking.entities()) {
          evidence.add(entity.evidence());
          links.addAll(entity.links());
        }
        linking.issues().forEach(out.get(TrackingTags.ISSUES)::output);
      }
      int shard = bucket.getKey();
      out.get(TrackingTags.EVIDENCE).output(KV.of(shard, PackedRows.pack(evidenceCoder, evidence)));
      out.get(TrackingTags.LINKS).output(KV.of(shard, PackedRows.pack(linkCoder, links)));
      out.get(TrackingTags.COUNTS).output(new StageCount(stage, "rows_linked", "", links.size()));
    }
  }
}
