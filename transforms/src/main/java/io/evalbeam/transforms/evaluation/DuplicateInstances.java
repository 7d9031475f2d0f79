package io.evalbeam.transforms.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * Instances that two runs of one model were asked under the same settings: the kept run counts.
 *
 * @param kept the run with the greater key
 * @param dropped the run whose scores of these instances do not count
 * @param perturbation the condition, null for the originals
 * @param instances number of such instances
 */
public record DuplicateInstances(
    RunKey kept, RunKey dropped, @Nullable String perturbation, int instances) {}
