package io.evalbeam.io.evaluation.inspect;

import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.math.ExactMoments;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All values of one scorer: what its figures are computed from, and what could not be used. */
final class ScorerValues {
  private final Map<String, SumOfEpochs> bySample = new LinkedHashMap<>();
  private long count;
  private @Nullable Fault fault;
  private long faults;

  /** First value that is no finite number. */
  record Fault(IssueCode code, String location, String excerpt) {}

  private record SumOfEpochs(double sum, int epochs) {
    SumOfEpochs plus(SumOfEpochs other) {
      return new SumOfEpochs(sum + other.sum, epochs + other.epochs);
    }
  }

  void add(String sampleId, double value) {
    count++;
    bySample.merge(sampleId, new SumOfEpochs(value, 1), SumOfEpochs::plus);
  }

  void addFault(IssueCode code, String location, String excerpt) {
    faults++;
    if (fault == null) {
      fault = new Fault(code, location, excerpt);
    }
  }

  /** Values over samples and epochs. */
  long count() {
    return count;
  }

  /** Samples with a value in some epoch. */
  long samples() {
    return bySample.size();
  }

  @Nullable Fault firstFault() {
    return fault;
  }

  long faults() {
    return faults;
  }

  /** Moments over samples, each the mean of its epochs: epochs of a sample are not independent. */
  ExactMoments moments() {
    ExactMoments moments = new ExactMoments();
    bySample.values().forEach(sample -> moments.add(sample.sum / sample.epochs));
    return moments;
  }
}
