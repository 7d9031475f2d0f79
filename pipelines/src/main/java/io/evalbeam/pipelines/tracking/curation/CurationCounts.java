package io.evalbeam.pipelines.tracking.curation;

import io.evalbeam.io.publish.Manifest;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.transforms.curate.RefreshStatistics;
import io.evalbeam.transforms.tracker.TrackerTableStatistics;
import java.util.List;

/** The counts of the stage: statistics of a refresh as they travel, and back from a manifest. */
final class CurationCounts {
  /** Models by class. */
  static final String CLASSES = "models_by_class";

  private static final String FATE = "curated_rows";
  private static final String TABLE = "table_rows";
  private static final String VERIFIED = "verified_rows";
  private static final String MODELS = "models";
  private static final String CHANGE = "row_changes";
  private static final String DECISIONS = "decisions";
  private static final String ABOVE = "above";
  private static final String BELOW = "below";

  private CurationCounts() {}

  static StageCount count(String measure, String group, long count) {
    return new StageCount(CurateModels.NAME, measure, group, count);
  }

  /** Counts of a refresh by Evalbeam's own rules. */
  static List<StageCount> ofRefresh(RefreshStatistics s, int decisions) {
    return List.of(
        count(TABLE, "before", s.before()),
        count(TABLE, ABOVE, s.above()),
        count(TABLE, BELOW, s.below()),
        count(FATE, "kept_verified", s.keptVerified()),
        count(FATE, "decided", s.decided()),
        count(FATE, "unchanged", s.unchanged()),
        count(FATE, "updated", s.updated()),
        count(FATE, "added", s.added()),
        count(FATE, "stale", s.stale()),
        count(FATE, "unnamed", s.unnamed()),
        count(CHANGE, "merged", s.merged()),
        count(CHANGE, "restored", s.restored()),
        count(CHANGE, "moved", s.moved()),
        count(VERIFIED, ABOVE, s.verifiedAbove()),
        count(VERIFIED, BELOW, s.verifiedBelow()),
        count(MODELS, "all", s.models()),
        count(MODELS, "covered", s.covered()),
        count(DECISIONS, "applied", decisions));
  }

  /** The statistics that {@link #ofRefresh} counted; they are checked to add up. */
  static RefreshStatistics refresh(Manifest manifest) {
    return new RefreshStatistics(
        number(manifest, TABLE, "before"),
        number(manifest, TABLE, ABOVE),
        number(manifest, TABLE, BELOW),
        number(manifest, FATE, "kept_verified"),
        number(manifest, FATE, "decided"),
        number(manifest, FATE, "unchanged"),
        number(manifest, FATE, "updated"),
        number(manifest, FATE, "added"),
        number(manifest, FATE, "stale"),
        number(manifest, FATE, "unnamed"),
        number(manifest, CHANGE, "merged"),
        number(manifest, CHANGE, "restored"),
        number(manifest, CHANGE, "moved"),
        number(manifest, VERIFIED, ABOVE),
        number(manifest, VERIFIED, BELOW),
        number(manifest, MODELS, "all"),
        number(manifest, MODELS, "covered"));
  }

  /** Counts of a refresh by the rules of the original tracker, which knows no decisions. */
  static List<StageCount> ofTracker(TrackerTableStatistics s, int decisions) {
    return List.of(
        count(TABLE, ABOVE, s.aboveRows()),
        count(TABLE, BELOW, s.belowRows()),
        count(VERIFIED, ABOVE, s.aboveVerified()),
        count(VERIFIED, BELOW, s.belowVerified()),
        count(MODELS, "all", s.inEstimates()),
        count(MODELS, "in_tables", s.inTables()),
        count(MODELS, "missing", s.missing()),
        count(MODELS, "extra", s.extra()),
        count(CHANGE, "duplicates", s.duplicates()),
        count(DECISIONS, "not_applied", decisions));
  }

  /** The statistics that {@link #ofTracker} counted. */
  static TrackerTableStatistics tracker(Manifest manifest) {
    return new TrackerTableStatistics(
        manifest.count(TABLE, ABOVE),
        manifest.count(VERIFIED, ABOVE),
        manifest.count(TABLE, BELOW),
        manifest.count(VERIFIED, BELOW),
        manifest.count(MODELS, "all"),
        manifest.count(MODELS, "in_tables"),
        manifest.count(MODELS, "missing"),
        manifest.count(MODELS, "extra"),
        manifest.count(CHANGE, "duplicates"));
  }

  /** Decisions read and used. */
  static long applied(Manifest manifest) {
    return manifest.count(DECISIONS, "applied");
  }

  /** Decisions read that the policy has no use for. */
  static long notApplied(Manifest manifest) {
    return manifest.count(DECISIONS, "not_applied");
  }

  private static int number(Manifest manifest, String measure, String group) {
    return Math.toIntExact(manifest.count(measure, group));
  }
}
