package io.evalbeam.schemas.math;

import java.io.Serializable;

/**
 * Exact sums of values that are whole multiples of 2^-58 and not beyond 16 in size, and of their
 * squares: scores, in other words, which fit into a few machine words. Everything else is for
 * {@link FixedPoint}, which takes any double and several times as long.
 */
final class ScaledMoments implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final double SCALE = 0x1p58;
  private static final int UNIT = -58 - ExactSum.LOWEST_EXPONENT;
  private static final double MOST_UNITS = 0x1p62;

  /** With so many at a time, 2^50 values stay far from overflowing the words. */
  private static final long MOST_TIMES = 1L << 32;

  private long sumLow;
  private long sumHigh;
  private long squaresLow;
  private long squaresMiddle;
  private long squaresHigh;

  /**
   * Adds a value.
   *
   * @return whether the value is one of those that fit; else nothing has changed
   */
  boolean add(double value) {
    double scaled = value * SCALE;
    long units = (long) scaled;
    if (!fits(scaled, units)) {
      return false;
    }
    addToSum(units >> 63, units);
    addToSquares(0, Math.multiplyHigh(units, units), units * units);
    return true;
  }

  /**
   * Adds a value as often as stated, at least 0 times.
   *
   * @return whether value and number are some that fit; else nothing has changed
   */
  boolean add(double value, long times) {
    double scaled = value * SCALE;
    long units = (long) scaled;
    if (!fits(scaled, units) || times > MOST_TIMES) {
      return false;
    }
    addToSum(Math.multiplyHigh(units, times), units * times);
    long low = units * units;
    long high = Math.multiplyHigh(units, units);
    long part = high * times;
    long carried = unsignedMultiplyHigh(low, times);
    long middle = part + carried;
    addToSquares(
        Math.multiplyHigh(high, times) + carry(part, carried, middle), middle, low * times);
    return true;
  }

  /**
   * Adds values, each word of a sum in a register from the first to the last.
   *
   * @param values those that do not fit are moved to the front, in their order
   * @return how many do not fit
   */
  int addAll(double[] values, int size) {
    int others = 0;
    long low = 0;
    long high = 0;
    long lowSquares = 0;
    long highSquares = 0;
    long carries = 0;
    for (int i = 0; i < size; i++) {
      double scaled = values[i] * SCALE;
      long units = (long) scaled;
      if (!fits(scaled, units)) {
        values[others++] = values[i];
        continue;
      }
      long sum = low + units;
      high += (units >> 63) + carry(low, units, sum);
      low = sum;
      long square = units * units;
      long squares = lowSquares + square;
      long part = Math.multiplyHigh(units, units) + carry(lowSquares, square, squares);
      lowSquares = squares;
      long upper = highSquares + part;
      carries += carry(highSquares, part, upper);
      highSquares = upper;
    }
    addToSum(high, low);
    addToSquares(carries, highSquares, lowSquares);
    return others;
  }

  /** NaN and what has lower bits never equal a whole number. */
  private static boolean fits(double scaled, long units) {
    return units == scaled && Math.abs(scaled) <= MOST_UNITS;
  }

  /** Adds what another one holds; the other one stays as it is. */
  void add(ScaledMoments other) {
    addToSum(other.sumHigh, other.sumLow);
    addToSquares(other.squaresHigh, other.squaresMiddle, other.squaresLow);
  }

  /** Moves what this holds to sums of any doubles. */
  void moveTo(ExactSum sum, FixedPoint squares) {
    if (squaresLow == 0 && squaresMiddle == 0 && squaresHigh == 0) {
      // Nothing but zeros.
      return;
    }
    boolean negative = sumHigh < 0;
    long low = negative ? -sumLow : sumLow;
    long high = negative ? ~sumHigh + (sumLow == 0 ? 1 : 0) : sumHigh;
    sum.add(high, low, UNIT, negative);
    squares.add(0, squaresLow, 2 * UNIT, false);
    squares.add(0, squaresMiddle, 2 * UNIT + Long.SIZE, false);
    squares.add(0, squaresHigh, 2 * UNIT + 2 * Long.SIZE, false);
    sumLow = 0;
    sumHigh = 0;
    squaresLow = 0;
    squaresMiddle = 0;
    squaresHigh = 0;
  }

  private void addToSum(long high, long low) {
    long sum = sumLow + low;
    sumHigh += high + carry(sumLow, low, sum);
    sumLow = sum;
  }

  private void addToSquares(long high, long middle, long low) {
    long lowSum = squaresLow + low;
    long first = carry(squaresLow, low, lowSum);
    long partSum = squaresMiddle + middle;
    long second = carry(squaresMiddle, middle, partSum);
    long middleSum = partSum + first;
    squaresHigh += high + second + carry(partSum, first, middleSum);
    squaresMiddle = middleSum;
    squaresLow = lowSum;
  }

  /**
   * What adding two unsigned numbers carried over; without a branch, which no one could predict.
   */
  private static long carry(long a, long b, long sum) {
    return ((a & b) | ((a | b) & ~sum)) >>> 63;
  }

  /** High word of the product of an unsigned number and one that is not negative. */
  private static long unsignedMultiplyHigh(long unsigned, long factor) {
    return Math.multiplyHigh(unsigned, factor) + ((unsigned >> 63) & factor);
  }
}
