package io.evalbeam.schemas.reference;

import java.io.Serializable;

/**
 * Highest dense rate of a chip in one numeric format.
 *
 * @param flopPerSecond FLOP/s without structured sparsity
 * @param source vendor document
 */
public record ChipPeak(NumericFormat format, double flopPerSecond, String source)
    implements Serializable {}
