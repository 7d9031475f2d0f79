package io.evalbeam.transforms.estimate;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.reference.ReferenceLibrary;
import io.evalbeam.schemas.tracking.EntityEvidence;
import io.evalbeam.schemas.tracking.FlopEstimate;
import io.evalbeam.schemas.tracking.ModelAttribute;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Every direct method of the default policy: all but imputation from benchmarks. {@link
 * EstimateSelection} chooses among the results.
 */
public final class DirectEstimator implements Serializable {
  private final ReferenceLibrary library;

  public DirectEstimator(ReferenceLibrary library) {
    this.library = library;
  }

  /**
   * One estimate per method that the evidence allows. Free text on how compute was derived is never
   * read.
   *
   * @param bases compute of base models beyond those in the specifications
   */
  public DirectEstimates estimate(EntityEvidence evidence, BaseModels bases) {
    Facts facts = new Facts(evidence);
    List<Issue> issues = new ArrayList<>();
    ChipCell chips =
        facts
            .first(ModelAttribute.TRAINING_HARDWARE)
            .map(cell -> ChipCell.parse(cell, library.chips()))
            .orElse(null);
    if (chips != null) {
      issues.addAll(chips.issues());
    }
    StatedCompute stated = new StatedCompute(library);
    List<FlopEstimate> ownTraining = new ArrayList<>();
    new OperationCounts(library).estimate(facts).ifPresent(ownTraining::add);
    new HardwareTime(library).estimate(facts, chips).ifPresent(ownTraining::add);

    List<FlopEstimate> estimates = new ArrayList<>();
    stated.override(facts).ifPresent(estimates::add);
    stated.disclosed(facts).ifPresent(estimates::add);
    estimates.addAll(ownTraining);
    new BaseAndFinetune(library).estimate(facts, bases, ownTraining).ifPresent(estimates::add);
    new TrainingCosts(library).estimate(facts, chips).ifPresent(estimates::add);
    new NameSizes(library).estimate(facts).ifPresent(estimates::add);
    return new DirectEstimates(estimates, issues);
  }
}
