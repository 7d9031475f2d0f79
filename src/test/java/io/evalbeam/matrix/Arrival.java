package io.evalbeam.matrix;

import java.util.List;
import java.util.stream.IntStream;

/** The order in which pieces of an input come: in listings, and over the steps. */
public enum Arrival {
  IN_ORDER,
  SHUFFLED;

  /** Has no divisor in common with any number of pieces a job has, so that every piece comes. */
  private static final int STRIDE = 10_007;

  /** Numbers of the pieces, first comer first. */
  public List<Integer> of(int pieces) {
    return IntStream.range(0, pieces)
        .map(
            position ->
                switch (this) {
                  case IN_ORDER -> position;
                  case SHUFFLED -> pieces - 1 - (int) ((long) position * STRIDE % pieces);
                })
        .boxed()
        .toList();
  }
}
