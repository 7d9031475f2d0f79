package io.evalbeam.schemas.evaluation;

/**
 * A changed copy of an instance.
 *
 * @param name key inside the run: the perturbation's name, extended where one name means several
 * @param robustness whether it tests robustness
 * @param fairness whether it tests fairness
 */
public record Perturbation(String name, boolean robustness, boolean fairness) {}
