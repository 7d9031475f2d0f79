package io.evalbeam.bench.scale;

import java.util.List;
import java.util.PriorityQueue;

/** Tasks of known length on equal cores: each goes to the core that is free first. */
final class ListSchedule {
  private ListSchedule() {}

  /**
   * Seconds until the last task ends.
   *
   * @param seconds length of each task, in the order in which they start
   * @param cores at least one
   */
  static double makespan(List<Double> seconds, int cores) {
    PriorityQueue<Double> free = new PriorityQueue<>();
    for (int core = 0; core < cores; core++) {
      free.add(0.0);
    }
    double last = 0;
    for (double task : seconds) {
      Double start = free.poll();
      if (start == null) {
        throw new IllegalArgumentException("no cores");
      }
      double end = start + task;
      free.add(end);
      last = Math.max(last, end);
    }
    return last;
  }
}
