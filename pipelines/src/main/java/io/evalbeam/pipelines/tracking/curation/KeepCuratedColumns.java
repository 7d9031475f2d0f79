package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;

/** Takes the scores out of a model: no curated table shows them, and they are most of its size. */
final class KeepCuratedColumns extends DoFn<TrackedModel, TrackedModel> {
  @ProcessElement
  public void process(@Element TrackedModel model, OutputReceiver<TrackedModel> out) {
    out.output(withoutScores(model));
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
