package io.evalbeam.transforms.tracking;

import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.tracking.EstimateFlag;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.TrackedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Statistics of the models of one shard, added up before they leave the worker. */
final class EstimateCounts {
  private final String stage;
  private final Map<String, Map<String, Long>> counts = new TreeMap<>();

  EstimateCounts(String stage) {
    this.stage = stage;
  }

  void add(TrackedModel model, List<FlopEstimate> estimates) {
    add("models", "");
    add("chosen", model.method().key() + "/" + model.confidence().key());
    add("class", model.thresholdClass().name().toLowerCase(Locale.ROOT));
    for (EstimateFlag flag : model.flags()) {
      add("flag", flag.name().toLowerCase(Locale.ROOT));
    }
    for (FlopEstimate estimate : estimates) {
      add("estimates", estimate.method().key());
    }
  }

  void add(String measure, String group) {
    counts.computeIfAbsent(measure, m -> new TreeMap<>()).merge(group, 1L, Long::sum);
  }

  List<StageCount> rows() {
    List<StageCount> rows = new ArrayList<>();
    counts.forEach(
        (measure, groups) ->
            groups.forEach(
                (group, count) -> rows.add(new StageCount(stage, measure, group, count))));
    return rows;
  }
}
