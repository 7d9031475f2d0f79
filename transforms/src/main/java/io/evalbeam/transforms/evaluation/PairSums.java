package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.math.ExactMoments;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Exact sums over the differences d = score of A - score of B on the instances both were asked and
 * have a score for. Sums over disjoint sets of instances, such as tasks, add up in any order.
 * Immutable.
 */
public final class PairSums {
  /** No instances. */
  public static final PairSums NONE = new PairSumsBuilder().build();

  private static final int VERSION = 1;

  private final long ties;
  private final long plusOnes;
  private final long minusOnes;
  private final long otherPositives;
  private final long questionsDiffer;
  private final ExactMoments others;

  /**
   * Counts the frequent differences and keeps moments of the rest, which are none for binary
   * scores.
   *
   * @param ties differences of 0
   * @param plusOnes differences of 1
   * @param minusOnes differences of -1
   * @param otherPositives positive differences that are not 1
   * @param others all differences that are neither 0 nor 1 nor -1
   */
  PairSums(
      long ties,
      long plusOnes,
      long minusOnes,
      long otherPositives,
      long questionsDiffer,
      ExactMoments others) {
    this.ties = ties;
    this.plusOnes = plusOnes;
    this.minusOnes = minusOnes;
    this.otherPositives = otherPositives;
    this.questionsDiffer = questionsDiffer;
    this.others = others;
  }

  /** Sums over two vectors of one task. */
  public static PairSums of(UnitVector a, UnitVector b) {
    return new PairSumsBuilder().compare(a, b);
  }

  /** Both together; their instances must be disjoint. */
  public PairSums merge(PairSums other) {
    ExactMoments both = new ExactMoments();
    both.add(others);
    both.add(other.others);
    return new PairSums(
        ties + other.ties,
        plusOnes + other.plusOnes,
        minusOnes + other.minusOnes,
        otherPositives + other.otherPositives,
        questionsDiffer + other.questionsDiffer,
        both);
  }

  /** Instances with a score of both, asked the same question as far as is known. */
  public long shared() {
    return ties + plusOnes + minusOnes + others.count();
  }

  /** Shared instances where A has the greater score. */
  public long greaterA() {
    return plusOnes + otherPositives;
  }

  /** Shared instances where B has the greater score. */
  public long greaterB() {
    return minusOnes + others.count() - otherPositives;
  }

  /** Shared instances with equal scores. */
  public long ties() {
    return ties;
  }

  /** Instances of equal key but different texts: they are not compared. */
  public long questionsDiffer() {
    return questionsDiffer;
  }

  /** Exact moments of the differences; the caller owns them. */
  public ExactMoments differences() {
    ExactMoments moments = new ExactMoments();
    moments.add(others);
    moments.add(0.0, ties);
    moments.add(1.0, plusOnes);
    moments.add(-1.0, minusOnes);
    return moments;
  }

  /** Canonical bytes: equal sums have equal bytes. */
  public byte[] toBytes() {
    ByteWriter out = new ByteWriter();
    out.putByte(VERSION);
    write(out);
    return out.toBytes();
  }

  /**
   * The sums that {@link #toBytes} described.
   *
   * @throws IllegalArgumentException when the bytes were not made by it
   */
  public static PairSums fromBytes(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    ByteReader.check(in.readByte() == VERSION, "unknown version of a pair's sums");
    PairSums sums = read(in);
    in.end();
    return sums;
  }

  void write(ByteWriter out) {
    out.putNumber(ties);
    out.putNumber(plusOnes);
    out.putNumber(minusOnes);
    out.putNumber(otherPositives);
    out.putNumber(questionsDiffer);
    out.putBlob(others.count() == 0 ? new byte[0] : others.toBytes());
  }

  static PairSums read(ByteReader in) {
    long ties = in.readNumber();
    long plusOnes = in.readNumber();
    long minusOnes = in.readNumber();
    long otherPositives = in.readNumber();
    long questionsDiffer = in.readNumber();
    byte[] moments = in.readBlob();
    ExactMoments others =
        moments.length == 0 ? new ExactMoments() : ExactMoments.fromBytes(moments);
    ByteReader.check(
        otherPositives <= others.count() && (moments.length == 0) == (others.count() == 0),
        "a pair's counts contradict its sums");
    return new PairSums(ties, plusOnes, minusOnes, otherPositives, questionsDiffer, others);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof PairSums other && Arrays.equals(toBytes(), other.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }

  @Override
  public String toString() {
    return shared() + " shared, " + greaterA() + " for A, " + greaterB() + " for B";
  }
}
