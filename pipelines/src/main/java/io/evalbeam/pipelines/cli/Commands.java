package io.evalbeam.pipelines.cli;

import io.evalbeam.pipelines.command.Command;
import io.evalbeam.pipelines.demo.Demo;
import io.evalbeam.pipelines.evaluation.aggregate.AggregateStats;
import io.evalbeam.pipelines.evaluation.diff.DiffStats;
import io.evalbeam.pipelines.evaluation.ingest.IngestEvals;
import io.evalbeam.pipelines.tracking.TrackModels;
import io.evalbeam.pipelines.tracking.collection.CollectModels;
import io.evalbeam.pipelines.tracking.curation.CurateModels;
import io.evalbeam.pipelines.tracking.curation.RestoreCurated;
import io.evalbeam.pipelines.tracking.estimation.EstimateFlops;
import io.evalbeam.pipelines.tracking.evaluation.EvaluateEstimates;
import io.evalbeam.pipelines.tracking.human.DiffModels;
import io.evalbeam.pipelines.tracking.human.QueryModels;
import io.evalbeam.pipelines.tracking.human.ReviewModels;
import io.evalbeam.pipelines.tracking.human.SyncPublished;
import java.util.List;

/** Every command, in the order of the overview. */
final class Commands {
  private Commands() {}

  static List<Command> all() {
    return List.of(
        new Demo(),
        new TrackModels(),
        new CollectModels(),
        new EstimateFlops(),
        new CurateModels(),
        new ReviewModels(),
        new RestoreCurated(),
        new SyncPublished(),
        new QueryModels(),
        new DiffModels(),
        new EvaluateEstimates(),
        new IngestEvals(),
        new AggregateStats(),
        new DiffStats());
  }
}
