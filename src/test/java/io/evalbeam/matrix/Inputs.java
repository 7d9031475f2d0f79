package io.evalbeam.matrix;

import java.io.IOException;
import java.nio.file.Path;

/** Input of a job, divided into pieces that can come in any order and step by step. */
interface Inputs {
  /** Number of pieces; at least as many as there are steps. */
  int pieces();

  /**
   * Writes a piece.
   *
   * @param directory of the whole input
   * @param piece its number
   * @param place its position among the pieces, which decides where listings show it
   * @param settled whether the last step has come: before it some pieces have other content or
   *     neighbours that vanish
   */
  void write(Path directory, int piece, int place, boolean settled) throws IOException;
}
