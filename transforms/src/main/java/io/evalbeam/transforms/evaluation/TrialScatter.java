package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.math.ExactSum;

/**
 * How far the trials of one instance are apart, summed over instances: what separates the scatter
 * inside instances from the scatter between them. Mutable while it is filled.
 */
final class TrialScatter {
  private long instances;
  private long repeated;
  private final ExactSum variances;
  private final ExactSum reciprocals;

  TrialScatter() {
    this(0, 0, new ExactSum(), new ExactSum());
  }

  private TrialScatter(long instances, long repeated, ExactSum variances, ExactSum reciprocals) {
    this.instances = instances;
    this.repeated = repeated;
    this.variances = variances;
    this.reciprocals = reciprocals;
  }

  /** Adds an instance with the scores of its trials, in the order of trials, and their mean. */
  void add(double[] scores, int count, double mean) {
    instances++;
    reciprocals.add(1.0 / count);
    double variance = count < 2 ? Double.NaN : TrialMean.variance(scores, count, mean);
    if (Double.isFinite(variance)) {
      repeated++;
      variances.add(variance);
    }
  }

  void add(TrialScatter other) {
    instances += other.instances;
    repeated += other.repeated;
    variances.add(other.variances);
    reciprocals.add(other.reciprocals);
  }

  /** Mean variance over the trials of an instance; NaN when no instance has two trials. */
  double within() {
    return repeated == 0 ? Double.NaN : variances.value() / repeated;
  }

  /** Mean of 1 / T over instances; NaN without instances. */
  double meanReciprocal() {
    return instances == 0 ? Double.NaN : reciprocals.value() / instances;
  }

  void write(ByteWriter out) {
    out.putNumber(instances);
    out.putNumber(repeated);
    out.putBlob(variances.toBytes());
    out.putBlob(reciprocals.toBytes());
  }

  static TrialScatter read(ByteReader in) {
    long instances = in.readNumber();
    long repeated = in.readNumber();
    ByteReader.check(repeated <= instances, "more instances are repeated than there are");
    return new TrialScatter(
        instances, repeated, ExactSum.fromBytes(in.readBlob()), ExactSum.fromBytes(in.readBlob()));
  }
}
