package io.evalbeam.bench.measure;

import org.jspecify.annotations.Nullable;

/**
 * What one run of a command took.
 *
 * @param wallSeconds time on the wall
 * @param cpuSeconds processor time of all its threads and descendants; null where it cannot be had
 * @param peakBytes largest resident memory; null where it cannot be had
 */
public record Measurement(
    double wallSeconds, @Nullable Double cpuSeconds, @Nullable Long peakBytes) {}
