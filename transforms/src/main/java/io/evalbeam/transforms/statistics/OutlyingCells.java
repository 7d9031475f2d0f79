package io.evalbeam.transforms.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds cells of a model x subject table that an additive fit does not explain, for instance
 * contaminated ones. The most deviant cell is taken out and the rest fitted again, up to a tenth of
 * the cells and at most 20 times; all cells up to the last significant step are outliers
 * (generalised extreme studentised deviate, Rosner 1983), so that several outliers cannot hide one
 * another. Each step's p, from Student's t, is multiplied by the number of cells left, Holm's
 * (1979) factors; the level is .05 for the whole table.
 */
public final class OutlyingCells {
  private static final double LEVEL = 0.05;
  private static final int MOST_STEPS = 20;
  private static final int CELLS_A_STEP = 10;

  private OutlyingCells() {}

  /**
   * Residuals of all cells present, by model and subject. Of equally deviant cells the first is
   * taken out first.
   *
   * @param means {@code [model][subject]}, best as {@link EmpiricalLogit}s where they are shares;
   *     NaN where missing
   * @throws IllegalArgumentException when rows differ in length
   */
  public static List<CellResidual> of(double[][] means) {
    double[][] rest = copyOf(means);
    List<Step> steps = new ArrayList<>();
    int mostSteps = Math.min(MOST_STEPS, Math.max(1, count(rest) / CELLS_A_STEP));
    while (steps.size() < mostSteps) {
      Step step = mostDeviant(rest);
      if (step == null) {
        break;
      }
      steps.add(step);
      rest[step.model()][step.subject()] = Double.NaN;
    }
    int outliers = steps.size();
    while (outliers > 0 && steps.get(outliers - 1).p() >= LEVEL) {
      outliers--;
      Step step = steps.get(outliers);
      rest[step.model()][step.subject()] = means[step.model()][step.subject()];
    }
    return residuals(means, rest, steps.subList(0, outliers));
  }

  private static @Nullable Step mostDeviant(double[][] rest) {
    AdditiveFit fit = AdditiveFit.of(rest);
    Step most = null;
    double largest = -1;
    for (int model = 0; model < rest.length; model++) {
      for (int subject = 0; subject < rest[model].length; subject++) {
        double mean = rest[model][subject];
        Double deviation = Double.isNaN(mean) ? null : fit.standardized(model, subject, mean);
        if (deviation != null && Math.abs(deviation) > largest) {
          largest = Math.abs(deviation);
          most = new Step(model, subject, 1);
        }
      }
    }
    if (most == null) {
      return null;
    }
    int freedom = fit.degreesOfFreedom(most.model(), most.subject());
    return new Step(most.model(), most.subject(), adjusted(largest, freedom, count(rest)));
  }

  private static List<CellResidual> residuals(
      double[][] means, double[][] rest, List<Step> outliers) {
    AdditiveFit fit = AdditiveFit.of(rest);
    int left = count(rest);
    List<CellResidual> residuals = new ArrayList<>();
    for (int model = 0; model < means.length; model++) {
      for (int subject = 0; subject < means[model].length; subject++) {
        double mean = means[model][subject];
        if (Double.isNaN(mean)) {
          continue;
        }
        Double fitted = fit.fitted(model, subject);
        Double deviation = fit.standardized(model, subject, mean);
        Double p = smallestFrom(outliers, model, subject);
        boolean outlier = p != null;
        if (p == null && deviation != null) {
          int freedom = fit.degreesOfFreedom(model, subject);
          p = adjusted(deviation, freedom, left);
        }
        Double residual = fitted == null ? null : Double.valueOf(mean - fitted);
        residuals.add(new CellResidual(model, subject, residual, deviation, p, outlier));
      }
    }
    return List.copyOf(residuals);
  }

  /** A cell is as significant as the most significant step that needed its removal. */
  private static @Nullable Double smallestFrom(List<Step> outliers, int model, int subject) {
    Double smallest = null;
    for (Step step : outliers) {
      boolean own = step.model() == model && step.subject() == subject;
      if (own || smallest != null) {
        smallest = smallest == null ? step.p() : Math.min(smallest, step.p());
      }
    }
    return smallest;
  }

  private static double adjusted(double deviation, int degreesOfFreedom, int tests) {
    return Math.min(1, 2 * tests * StudentT.upperTail(Math.abs(deviation), degreesOfFreedom));
  }

  private static double[][] copyOf(double[][] means) {
    double[][] copy = new double[means.length][];
    for (int model = 0; model < means.length; model++) {
      if (means[model].length != means[0].length) {
        throw new IllegalArgumentException("rows of different lengths");
      }
      copy[model] = means[model].clone();
    }
    return copy;
  }

  private static int count(double[][] cells) {
    return (int)
        Arrays.stream(cells)
            .flatMapToDouble(Arrays::stream)
            .filter(cell -> !Double.isNaN(cell))
            .count();
  }

  private record Step(int model, int subject, double p) {}
}
