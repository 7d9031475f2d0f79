package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.schemas.csv.CsvTable;
import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.transforms.curate.CurationRefresh;
import io.evalbeam.transforms.curate.Decision;
import io.evalbeam.transforms.curate.RefreshResult;
import io.evalbeam.transforms.curate.RefreshSettings;
import io.evalbeam.transforms.tracker.TrackerRefresh;
import io.evalbeam.transforms.tracker.TrackerTableStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The curated tables after a refresh by the rules of a policy.
 *
 * @param above candidates: above the threshold or not sure
 * @param below the other models
 * @param issues what a person should look at
 * @param counts rows by fate
 */
record RefreshedTables(
    CsvTable above, CsvTable below, List<Issue> issues, List<StageCount> counts) {

  RefreshedTables {
    issues = List.copyOf(issues);
    counts = List.copyOf(counts);
  }

  /**
   * Refreshes the tables.
   *
   * @param above, below the tables as they stand; null for fresh ones
   * @param models in a fixed order
   */
  static RefreshedTables of(
      CurationPlan plan,
      @Nullable CsvTable above,
      @Nullable CsvTable below,
      List<TrackedModel> models,
      List<Decision> decisions) {
    return switch (plan.policy()) {
      case DEFAULT -> byDefault(plan, above, below, models, decisions);
      case TRACKER -> byTracker(above, below, models, decisions);
    };
  }

  private static RefreshedTables byDefault(
      CurationPlan plan,
      @Nullable CsvTable above,
      @Nullable CsvTable below,
      List<TrackedModel> models,
      List<Decision> decisions) {
    RefreshResult result =
        CurationRefresh.refresh(
            above,
            below,
            models,
            decisions,
            CuratedNames.matcher(plan.policy(), models),
            new RefreshSettings(plan.asOf(), plan.staleFold()));
    return new RefreshedTables(
        result.above(),
        result.below(),
        result.issues(),
        CurationCounts.ofRefresh(result.statistics(), decisions.size()));
  }

  private static RefreshedTables byTracker(
      @Nullable CsvTable above,
      @Nullable CsvTable below,
      List<TrackedModel> models,
      List<Decision> decisions) {
    TrackerRefresh.Refreshed result =
        TrackerRefresh.refresh(above, below, models, CurateModels.NAME);
    return new RefreshedTables(
        result.tables().above(),
        result.tables().below(),
        result.issues(),
        CurationCounts.ofTracker(
            TrackerTableStatistics.of(result.tables(), models), decisions.size()));
  }
}
