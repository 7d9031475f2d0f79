package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Sends every model to one worker without its scores, which no curated table shows and which are
 * most of a model's size.
 */
final class KeepCuratedColumns extends DoFn<TrackedModel, KV<Integer, TrackedModel>> {
  private static final int ONE_WORKER = 0;

  @ProcessElement
  public void process(@Element TrackedModel model, OutputReceiver<KV<Integer, TrackedModel>> out) {
    out.output(KV.of(ONE_WORKER, withoutScores(model)));
  }

  private static TrackedModel withoutScores(TrackedModel model) {
    return new TrackedModel(
        model.entityId(),
        model.name(),
        model.displayName(),
        model.developer(),
        model.releaseDate(),
        model.parametersTotal(),
        model.parametersActive(),
        model.parameterSource(),
        model.contextLength(),
        model.architecture(),
        model.trainingFlop(),
        model.log10FlopLow(),
        model.log10FlopMedian(),
        model.log10FlopHigh(),
        model.confidence(),
        model.method(),
        model.threshold(),
        model.thresholdClass(),
        model.probabilityAboveThreshold(),
        model.reasoning(),
        model.flags(),
        model.alternatives(),
        List.of(),
        model.rawNames(),
        model.sources(),
        model.observationCount(),
        model.updatedAt());
  }
}
