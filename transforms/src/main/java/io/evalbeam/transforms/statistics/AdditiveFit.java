package io.evalbeam.transforms.statistics;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Least-squares fit of an additive table: {@code y_ms = a_m + b_s + error}, with any cells missing.
 * Effects are unique up to a shift in every connected part of the table; fitted values and
 * residuals do not depend on it. Immutable.
 */
final class AdditiveFit {
  // A leverage this close to 1: the cell is the only one that tells about its row or column.
  private static final double FULL_LEVERAGE = 1 - 1e-9;
  // Share of the squares that rounding may leave when one cell accounts for all of them.
  private static final double ROUNDING = 1e-14;

  private final double[][] cells;
  private final int rows;
  private final double[] effects;
  private final double[][] inverse;
  private final int[] part;
  private final int degreesOfFreedom;
  private final double variance;

  private AdditiveFit(
      double[][] cells, double[] effects, double[][] inverse, int[] part, int degreesOfFreedom) {
    this.cells = cells;
    this.rows = cells.length;
    this.effects = effects;
    this.inverse = inverse;
    this.part = part;
    this.degreesOfFreedom = degreesOfFreedom;
    this.variance = degreesOfFreedom < 1 ? 0 : squaredResiduals() / degreesOfFreedom;
  }

  /**
   * Fits a table.
   *
   * @param cells {@code [row][column]}, NaN where missing
   */
  static AdditiveFit of(double[][] cells) {
    int rows = cells.length;
    int nodes = rows + (rows == 0 ? 0 : cells[0].length);
    double[][] normal = new double[nodes][nodes];
    double[] sums = new double[nodes];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = rows; column < nodes; column++) {
        double cell = cells[row][column - rows];
        if (!Double.isNaN(cell)) {
          normal[row][row]++;
          normal[column][column]++;
          normal[row][column] = 1;
          normal[column][row] = 1;
          sums[row] += cell;
          sums[column] += cell;
          count++;
        }
      }
    }
    int[] part = new int[nodes];
    int parts = findParts(normal, part);
    groundParts(normal, part, rows);
    PositiveDefinite system =
        PositiveDefinite.of(normal)
            .orElseThrow(() -> new IllegalStateException("grounded normal equations are regular"));
    return new AdditiveFit(
        cells, system.solve(sums), system.inverse(), part, count - (nodes - parts));
  }

  /** Value the table predicts for a cell; null when its row and column are not connected. */
  @Nullable Double fitted(int row, int column) {
    return part[row] == part[rows + column] ? effects[row] + effects[rows + column] : null;
  }

  /**
   * Residual of a value in units of its standard deviation, as if the cell had not taken part in
   * the fit: the externally studentised residual of a cell that did, the standardised error of
   * prediction of one that did not. Follows Student's t with {@link #degreesOfFreedom(int, int)}.
   *
   * @return null when the other cells tell nothing about this one, or all fit without any error
   */
  @Nullable Double standardized(int row, int column, double value) {
    Double fitted = fitted(row, column);
    int freedom = degreesOfFreedom(row, column);
    if (fitted == null || freedom < 1 || variance == 0) {
      return null;
    }
    double leverage = leverage(row, column);
    double residual = value - fitted;
    if (Double.isNaN(cells[row][column])) {
      return residual / Math.sqrt(variance * (1 + leverage));
    }
    if (leverage > FULL_LEVERAGE) {
      return null;
    }
    double all = variance * degreesOfFreedom;
    double own = residual * residual / (1 - leverage);
    double others = Math.max(all - own, ROUNDING * all) / freedom;
    return residual / Math.sqrt(others * (1 - leverage));
  }

  /** Degrees of freedom of the standardised residual of a cell. */
  int degreesOfFreedom(int row, int column) {
    return Double.isNaN(cells[row][column]) ? degreesOfFreedom : degreesOfFreedom - 1;
  }

  private double leverage(int row, int column) {
    int node = rows + column;
    return inverse[row][row] + inverse[node][node] + 2 * inverse[row][node];
  }

  private double squaredResiduals() {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < cells[row].length; column++) {
        double residual = cells[row][column] - effects[row] - effects[rows + column];
        sum += Double.isNaN(residual) ? 0 : residual * residual;
      }
    }
    return sum;
  }

  /** Numbers the connected parts of the table; rows and columns are nodes, cells are edges. */
  private static int findParts(double[][] normal, int[] part) {
    int parts = 0;
    BitSet seen = new BitSet();
    for (int start = 0; start < part.length; start = seen.nextClearBit(start)) {
      BitSet open = new BitSet();
      open.set(start);
      while (!open.isEmpty()) {
        int node = open.nextSetBit(0);
        open.clear(node);
        seen.set(node);
        part[node] = parts;
        for (int other = 0; other < part.length; other++) {
          if (normal[node][other] != 0 && !seen.get(other)) {
            open.set(other);
          }
        }
      }
      parts++;
    }
    return parts;
  }

  /** Asks row effects and column effects of each part for equal sums, which makes them unique. */
  private static void groundParts(double[][] normal, int[] part, int rows) {
    for (int i = 0; i < part.length; i++) {
      for (int j = 0; j < part.length; j++) {
        if (part[i] == part[j]) {
          normal[i][j] += (i < rows) == (j < rows) ? 1 : -1;
        }
      }
    }
  }
}
