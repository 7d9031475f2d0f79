package io.evalbeam.transforms.evaluation;

import io.evalbeam.schemas.math.ExactMoments;
import java.util.Arrays;

/**
 * Compares two vectors instance by instance, or 64 binary scores at a time. Takes one pair after
 * the other, and remembers alignments and working space between them.
 */
final class PairSumsBuilder {
  private final Alignments alignments = new Alignments();
  private long ties;
  private long plusOnes;
  private long minusOnes;
  private long otherPositives;
  private long questionsDiffer;
  private double[] others = new double[16];
  private int otherCount;

  /** Sums over two vectors of one task. */
  PairSums compare(UnitVector a, UnitVector b) {
    if (!a.instances().equals(b.instances())) {
      addAligned(a, b, alignments.of(a.instances(), b.instances()));
    } else if (a.unitScores() instanceof BinaryScores first
        && b.unitScores() instanceof BinaryScores second) {
      addBinary(first, second, a.texts(), b.texts());
    } else if (a.texts().equals(b.texts())) {
      addAll(values(a), values(b));
    } else {
      for (int i = 0; i < a.size(); i++) {
        add(a, i, b, i);
      }
    }
    return build();
  }

  /** Compares the instances of an alignment one by one. */
  void addAligned(UnitVector a, UnitVector b, Alignment alignment) {
    for (int i = 0; i < alignment.size(); i++) {
      add(a, alignment.first()[i], b, alignment.second()[i]);
    }
  }

  /** The sums so far; the next ones begin with nothing. */
  PairSums build() {
    ExactMoments moments = new ExactMoments();
    moments.addAll(others, otherCount);
    PairSums sums =
        new PairSums(ties, plusOnes, minusOnes, otherPositives, questionsDiffer, moments);
    ties = 0;
    plusOnes = 0;
    minusOnes = 0;
    otherPositives = 0;
    questionsDiffer = 0;
    otherCount = 0;
    return sums;
  }

  private void add(UnitVector a, int i, UnitVector b, int j) {
    if (QuestionTexts.differ(a.texts().hash(i), b.texts().hash(j))) {
      questionsDiffer++;
      return;
    }
    reserve(1);
    add(Differences.of(a.score(i), b.score(j)));
  }

  private void addAll(double[] a, double[] b) {
    reserve(a.length);
    for (int i = 0; i < a.length; i++) {
      add(Differences.of(a[i], b[i]));
    }
  }

  /** Without branches: which of the cases comes next cannot be predicted. Counts no NaN. */
  private void add(double difference) {
    int tie = difference == 0 ? 1 : 0;
    int plusOne = difference == 1 ? 1 : 0;
    int minusOne = difference == -1 ? 1 : 0;
    int positive = difference > 0 ? 1 : 0;
    int known = Double.isNaN(difference) ? 0 : 1;
    ties += tie;
    plusOnes += plusOne;
    minusOnes += minusOne;
    otherPositives += positive - plusOne;
    others[otherCount] = difference;
    otherCount += known - tie - plusOne - minusOne;
  }

  private void reserve(int differences) {
    // One more, since a difference is written before it is known whether it counts.
    int needed = otherCount + differences + 1;
    if (needed > others.length) {
      others = Arrays.copyOf(others, Math.max(needed, 2 * others.length));
    }
  }

  private static double[] values(UnitVector vector) {
    return vector.unitScores() instanceof GradedScores graded ? graded.scores() : vector.scores();
  }

  private void addBinary(
      BinaryScores a, BinaryScores b, QuestionTexts textsA, QuestionTexts textsB) {
    boolean equalTexts = textsA.equals(textsB);
    for (int word = 0; word < a.present().length; word++) {
      long differing = equalTexts ? 0 : differing(textsA, textsB, 64 * word);
      long both = a.present()[word] & b.present()[word] & ~differing;
      long onlyA = both & a.ones()[word] & ~b.ones()[word];
      long onlyB = both & b.ones()[word] & ~a.ones()[word];
      plusOnes += Long.bitCount(onlyA);
      minusOnes += Long.bitCount(onlyB);
      ties += Long.bitCount(both & ~onlyA & ~onlyB);
      questionsDiffer += Long.bitCount(differing);
    }
  }

  /** A bit for each of the 64 instances from a position on whose texts differ. */
  private static long differing(QuestionTexts a, QuestionTexts b, int from) {
    long bits = 0;
    int end = Math.min(from + 64, a.size());
    for (int i = from; i < end; i++) {
      bits |= QuestionTexts.differ(a.hash(i), b.hash(i)) ? 1L << (i - from) : 0;
    }
    return bits;
  }
}
