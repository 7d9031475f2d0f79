package io.evalbeam.transforms.tracking;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.run.StageCount;
import io.evalbeam.schemas.tracking.ImputationValidation;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Names of what the tracking transforms produce. Bulk comes as one element a shard: the number of
 * the shard with its packed rows.
 */
public final class TrackingTags {
  /** Packed EntityEvidence: what the sources say about each model. */
  public static final TupleTag<KV<Integer, byte[]>> EVIDENCE = new TupleTag<>() {};

  /** Packed EntityLink: which model each source row is about. */
  public static final TupleTag<KV<Integer, byte[]>> LINKS = new TupleTag<>() {};

  /** Packed TrackedModel: models with their chosen estimate. */
  public static final TupleTag<KV<Integer, byte[]>> MODELS = new TupleTag<>() {};

  /** Packed FlopEstimate: all estimates of all models. */
  public static final TupleTag<KV<Integer, byte[]>> ESTIMATES = new TupleTag<>() {};

  /** Leave-one-out errors of benchmark imputation. */
  public static final TupleTag<ImputationValidation> VALIDATIONS = new TupleTag<>() {};

  /** Rejected or suspicious input. */
  public static final TupleTag<Issue> ISSUES = new TupleTag<>() {};

  /** Exact counts. */
  public static final TupleTag<StageCount> COUNTS = new TupleTag<>() {};

  private TrackingTags() {}
}
