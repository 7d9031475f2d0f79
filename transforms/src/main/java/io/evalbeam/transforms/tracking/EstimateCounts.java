package io.evalbeam.transforms.tracking;

import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an estimated model adds to the statistics of its stage. */
final class EstimateCounts {
  private EstimateCounts() {}

  static List<StageCount> of(String stage, TrackedModel model, List<FlopEstimate> estimates) {
    List<StageCount> counts = new ArrayList<>();
    counts.add(new StageCount(stage, "models", "", 1));
    counts.add(
        new StageCount(stage, "chosen", model.method().key() + "/" + model.confidence().key(), 1));
    counts.add(
        new StageCount(stage, "class", model.thresholdClass().name().toLowerCase(Locale.ROOT), 1));
    model
        .flags()
        .forEach(
            flag ->
                counts.add(new StageCount(stage, "flag", flag.name().toLowerCase(Locale.ROOT), 1)));
    estimates.forEach(
        estimate -> counts.add(new StageCount(stage, "estimates", estimate.method().key(), 1)));
    return counts;
  }
}
