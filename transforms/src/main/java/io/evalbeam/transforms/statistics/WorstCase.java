package io.evalbeam.transforms.statistics;

/**
 * What perturbations of one kind (robustness, fairness) cost at worst (HELM, Liang et al. 2022).
 * Instances without an original score are left out.
 *
 * @param worst mean over instances of the worst of the original score and the perturbed ones: the
 *     smallest, or the largest where lower is better
 * @param drop original minus worst, paired by instance: at least 0, or at most 0 where lower is
 *     better
 * @param perturbed number of instances with at least one perturbed score; for the others the
 *     original is the worst
 */
public record WorstCase(MeanEstimate worst, PairedDifference drop, long perturbed) {

  /**
   * Compares each original with its perturbed copies.
   *
   * @param original score by instance, NaN where missing
   * @param copies scores {@code [copy][instance]}, NaN where missing
   * @throws IllegalArgumentException when the lengths differ or a score is infinite
   */
  public static WorstCase of(double[] original, double[][] copies, boolean lowerIsBetter) {
    double[] worst = original.clone();
    boolean[] changed = new boolean[original.length];
    for (double[] copy : copies) {
      if (copy.length != original.length) {
        throw new IllegalArgumentException(copy.length + " and " + original.length + " instances");
      }
      for (int i = 0; i < copy.length; i++) {
        if (!Double.isNaN(original[i]) && !Double.isNaN(copy[i])) {
          worst[i] = lowerIsBetter ? Math.max(worst[i], copy[i]) : Math.min(worst[i], copy[i]);
          changed[i] = true;
        }
      }
    }
    long perturbed = 0;
    for (boolean hasCopy : changed) {
      perturbed += hasCopy ? 1 : 0;
    }
    return new WorstCase(MeanEstimate.of(worst), PairedDifference.of(original, worst), perturbed);
  }
}
