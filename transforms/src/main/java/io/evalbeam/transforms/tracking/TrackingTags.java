package io.evalbeam.transforms.tracking;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.EntityLink;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ImputationValidation;
import io.evalbeam.schemas.tracking.TrackedModel;
import org.apache.beam.sdk.values.TupleTag;

/** Names of what the tracking transforms produce. */
public final class TrackingTags {
  /** What the sources say about each model. */
  public static final TupleTag<EntityEvidence> EVIDENCE = new TupleTag<>() {};

  /** Which model each source row is about. */
  public static final TupleTag<EntityLink> LINKS = new TupleTag<>() {};

  /** Models with their chosen estimate. */
  public static final TupleTag<TrackedModel> MODELS = new TupleTag<>() {};

  /** All estimates of all models. */
  public static final TupleTag<FlopEstimate> ESTIMATES = new TupleTag<>() {};

  /** Leave-one-out errors of benchmark imputation. */
  public static final TupleTag<ImputationValidation> VALIDATIONS = new TupleTag<>() {};

  /** Rejected or suspicious input. */
  public static final TupleTag<Issue> ISSUES = new TupleTag<>() {};

  /** Exact counts. */
  public static final TupleTag<StageCount> COUNTS = new TupleTag<>() {};

  private TrackingTags() {}
}
