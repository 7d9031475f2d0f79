package io.evalbeam.pipelines.evaluation.aggregate;

/** Published tables that one worker makes; sets are made side by side. */
public enum TableSet {
  /** Statistics of cells, what is summed up of them, and the issues. */
  CELLS,
  /** Pairs of models, of which there are most rows, and perturbations. */
  COMPARISONS
}
