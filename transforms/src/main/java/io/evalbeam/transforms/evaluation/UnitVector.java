package io.evalbeam.transforms.evaluation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scores of one model by instance under one condition: what paired comparisons are made of.
 * Immutable; equality is by content.
 */
public final class UnitVector {
  private final InstanceSet instances;
  private final UnitScores scores;
  private final QuestionTexts texts;

  UnitVector(InstanceSet instances, UnitScores scores, QuestionTexts texts) {
    ByteReader.check(
        scores.size() == instances.size() && texts.size() == instances.size(),
        "scores or texts are not as many as instances");
    this.instances = instances;
    this.scores = scores;
    this.texts = texts;
  }

  /**
   * A vector of scores in the order of the instances.
   *
   * @param scores finite, or NaN where missing; not kept
   * @throws IllegalArgumentException when a score is infinite or the lengths differ
   */
  public static UnitVector of(InstanceSet instances, double[] scores, QuestionTexts texts) {
    return new UnitVector(instances, UnitScores.of(scores), texts);
  }

  /**
   * The vector that the three byte arrays of a row describe.
   *
   * @param units of {@link #units()}
   * @param unitKeys of {@link #unitKeys()}
   * @param unitTexts of {@link #unitTexts()}
   * @throws IllegalArgumentException when they were not made by these methods of one vector
   */
  public static UnitVector decode(
      byte[] units, byte[] unitKeys, byte[] unitTexts, UnitDecoder decoder) {
    InstanceSet instances = decoder.instances(unitKeys);
    return new UnitVector(
        instances, UnitScores.fromBytes(units, instances.size()), decoder.texts(unitTexts));
  }

  /** The instances, with or without scores. */
  public InstanceSet instances() {
    return instances;
  }

  /** What the instances ask. */
  public QuestionTexts texts() {
    return texts;
  }

  /** Number of instances, missing scores included. */
  public int size() {
    return instances.size();
  }

  /** Score of an instance; NaN when it is missing. */
  public double score(int position) {
    return scores.score(position);
  }

  /** Scores in the order of the instances, NaN where missing; the caller owns them. */
  public double[] scores() {
    double[] result = new double[size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = scores.score(i);
    }
    return result;
  }

  /** Bytes of the scores. */
  public byte[] units() {
    return scores.toBytes();
  }

  /** Bytes of the keys: equal for all vectors over the same instances. */
  public byte[] unitKeys() {
    return instances.toBytes();
  }

  /** Bytes of the hashes of the texts. */
  public byte[] unitTexts() {
    return texts.toBytes();
  }

  UnitScores unitScores() {
    return scores;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof UnitVector other
        && instances.equals(other.instances)
        && texts.equals(other.texts)
        && Arrays.equals(units(), other.units());
  }

  @Override
  public int hashCode() {
    return 31 * instances.hashCode() + Arrays.hashCode(units());
  }

  @Override
  public String toString() {
    return "scores of " + instances;
  }
}
