package io.evalbeam.transforms.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * A pair of models over any number of tasks. Totals of disjoint tasks add up in any order.
 *
 * @param sums over the instances of all tasks
 * @param tasks tasks with shared instances
 * @param binary whether all scores of all tasks are 0 or 1
 */
public record PairTotal(PairSums sums, int tasks, boolean binary) {
  /** No tasks. */
  public static final PairTotal NONE = new PairTotal(PairSums.NONE, 0, true);

  /** The total of one task. */
  public static PairTotal ofTask(PairSums sums, boolean binary) {
    return new PairTotal(sums, sums.shared() > 0 ? 1 : 0, binary);
  }

  /** Both together. */
  public PairTotal merge(PairTotal other) {
    return new PairTotal(sums.merge(other.sums), tasks + other.tasks, binary && other.binary);
  }

  /** Canonical bytes of totals in a known order. */
  public static byte[] toBytes(List<PairTotal> totals) {
    ByteWriter out = new ByteWriter();
    for (PairTotal total : totals) {
      out.putNumber(total.tasks);
      out.putByte(total.binary ? 1 : 0);
      total.sums.write(out);
    }
    return out.toBytes();
  }

  /**
   * The totals that {@link #toBytes} described.
   *
   * @throws IllegalArgumentException when the bytes were not made of so many totals
   */
  public static List<PairTotal> fromBytes(byte[] bytes, int count) {
    ByteReader in = new ByteReader(bytes);
    List<PairTotal> totals = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int tasks = in.readNumber(Integer.MAX_VALUE);
      int binary = in.readByte();
      ByteReader.check(binary <= 1, "a pair's total has no yes or no");
      totals.add(new PairTotal(PairSums.read(in), tasks, binary == 1));
    }
    in.end();
    return totals;
  }
}
