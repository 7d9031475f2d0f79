package io.evalbeam.transforms.tracking;

import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.schemas.table.PackedRows;
import io.evalbeam.schemas.table.RecordCoders;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ImputationValidation;
import io.evalbeam.schemas.tracking.ReferencePoint;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.transforms.estimate.BaseModels;
import io.evalbeam.transforms.estimate.DeveloperCap;
import io.evalbeam.transforms.estimate.DirectEstimates;
import io.evalbeam.transforms.estimate.DirectEstimator;
import io.evalbeam.transforms.estimate.EstimateSelection;
import io.evalbeam.transforms.estimate.ThresholdClassifier;
import io.evalbeam.transforms.impute.ImputationModel;
import io.evalbeam.transforms.impute.ReferencePoints;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Estimates the training compute of every model under the default policy, in two passes: the first
 * estimates what stands on its own evidence, which yields the base models and the references of
 * benchmark imputation; the second does it all again with both at hand.
 */
public final class EstimateModels
    extends PTransform<PCollection<KV<Integer, byte[]>>, PCollectionTuple> {
  private static final TupleTag<KV<String, BaseModels.BaseCompute>> BASES = new TupleTag<>() {};
  private static final TupleTag<ReferencePoint> REFERENCES = new TupleTag<>() {};

  private final EstimateSettings settings;

  private EstimateModels(EstimateSettings settings) {
    this.settings = settings;
  }

  public static EstimateModels with(EstimateSettings settings) {
    return new EstimateModels(settings);
  }

  /**
   * Gives {@code MODELS}, {@code ESTIMATES}, {@code VALIDATIONS}, {@code ISSUES}, {@code COUNTS}.
   */
  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, byte[]>> evidence) {
    PCollectionTuple known =
        evidence.apply(
            "EstimateAlone",
            ParDo.of(new EstimateAlone(settings))
                .withOutputTags(BASES, TupleTagList.of(REFERENCES)));
    PCollectionView<BaseModels> bases =
        known
            .get(BASES)
            .setCoder(
                KvCoder.of(
                    StringUtf8Coder.of(), SerializableCoder.of(BaseModels.BaseCompute.class)))
            .apply("BaseModels", new GatherBases());
    PCollection<ImputationModel> fitted =
        known.get(REFERENCES).apply("FitImputation", FitImputation.with(settings));
    PCollectionView<ImputationModel> imputation =
        fitted.apply("ViewImputation", View.asSingleton());
    PCollectionTuple estimated =
        evidence.apply(
            "EstimateTogether",
            ParDo.of(new EstimateTogether(settings, bases, imputation))
                .withSideInputs(bases, imputation)
                .withOutputTags(
                    TrackingTags.MODELS,
                    TupleTagList.of(TrackingTags.ESTIMATES)
                        .and(TrackingTags.ISSUES)
                        .and(TrackingTags.COUNTS)));
    return estimated.and(
        TrackingTags.VALIDATIONS,
        fitted.apply(
            "ReportValidation",
            FlatMapElements.into(TypeDescriptor.of(ImputationValidation.class))
                .via(model -> model.report().validations())));
  }

  /** Direct estimates without base models: what other models can lean on. */
  private static final class EstimateAlone
      extends DoFn<KV<Integer, byte[]>, KV<String, BaseModels.BaseCompute>> {
    private final Coder<EntityEvidence> evidenceCoder = RecordCoders.of(EntityEvidence.class);
    private final ReferenceLibrary library;
    private transient DirectEstimator estimator;
    private transient EstimateSelection selection;

    @SuppressWarnings("NullAway.Init") // the estimators are made in Setup
    EstimateAlone(EstimateSettings settings) {
      this.library = settings.library();
    }

    @Setup
    public void setup() {
      estimator = new DirectEstimator(library);
      selection = new EstimateSelection(library);
    }

    @ProcessElement
    public void process(@Element KV<Integer, byte[]> shard, MultiOutputReceiver out) {
      PackedRows.unpack(evidenceCoder, shard.getValue(), evidence -> estimate(evidence, out));
    }

    private void estimate(EntityEvidence evidence, MultiOutputReceiver out) {
      List<FlopEstimate> estimates =
          selection.select(estimator.estimate(evidence, BaseModels.NONE).estimates());
      if (estimates.isEmpty() || !ReferencePoints.isDirect(estimates.get(0).method())) {
        return;
      }
      out.get(BASES).output(KV.of(evidence.name(), BaseModels.computeOf(estimates.get(0))));
      ReferencePoints.of(evidence, estimates.get(0)).ifPresent(out.get(REFERENCES)::output);
    }
  }

  /** All methods, chosen and classified. */
  private static final class EstimateTogether
      extends DoFn<KV<Integer, byte[]>, KV<Integer, byte[]>> {
    private final Coder<EntityEvidence> evidenceCoder = RecordCoders.of(EntityEvidence.class);
    private final Coder<TrackedModel> modelCoder = RecordCoders.of(TrackedModel.class);
    private final Coder<FlopEstimate> estimateCoder = RecordCoders.of(FlopEstimate.class);
    private final EstimateSettings settings;
    private final PCollectionView<BaseModels> bases;
    private final PCollectionView<ImputationModel> imputation;
    private transient DirectEstimator estimator;
    private transient EstimateSelection selection;
    private transient DeveloperCap cap;
    private transient TrackedModels models;

    @SuppressWarnings("NullAway.Init") // the estimators are made in Setup
    EstimateTogether(
        EstimateSettings settings,
        PCollectionView<BaseModels> bases,
        PCollectionView<ImputationModel> imputation) {
      this.settings = settings;
      this.bases = bases;
      this.imputation = imputation;
    }

    @Setup
    public void setup() {
      estimator = new DirectEstimator(settings.library());
      selection = new EstimateSelection(settings.library());
      cap = new DeveloperCap(settings.library().developerCaps());
      models =
          new TrackedModels(new ThresholdClassifier(settings.threshold()), settings.updatedAt());
    }

    @ProcessElement
    public void process(ProcessContext context, MultiOutputReceiver out) {
      KV<Integer, byte[]> shard = context.element();
      BaseModels baseModels = context.sideInput(bases);
      ImputationModel imputationModel = context.sideInput(imputation);
      ByteArrayOutputStream packedModels = new ByteArrayOutputStream();
      ByteArrayOutputStream packedEstimates = new ByteArrayOutputStream();
      EstimateCounts counts = new EstimateCounts(settings.stage());
      PackedRows.unpack(
          evidenceCoder,
          shard.getValue(),
          evidence -> {
            DirectEstimates direct = estimator.estimate(evidence, baseModels);
            List<FlopEstimate> candidates = new ArrayList<>(direct.estimates());
            imputationModel.impute(evidence).ifPresent(candidates::add);
            List<FlopEstimate> estimates = cap.apply(selection.select(candidates));
            TrackedModel model = models.of(evidence, estimates);
            PackedRows.append(modelCoder, model, packedModels);
            estimates.forEach(
                estimate -> PackedRows.append(estimateCoder, estimate, packedEstimates));
            direct.issues().forEach(out.get(TrackingTags.ISSUES)::output);
            counts.add(model, estimates);
          });
      out.get(TrackingTags.MODELS).output(KV.of(shard.getKey(), packedModels.toByteArray()));
      out.get(TrackingTags.ESTIMATES).output(KV.of(shard.getKey(), packedEstimates.toByteArray()));
      counts.rows().forEach(out.get(TrackingTags.COUNTS)::output);
    }
  }
}
