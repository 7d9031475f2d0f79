package io.evalbeam.transforms.estimate;

/**
 * A number that sources state, after their differences were settled.
 *
 * @param value in the attribute's unit
 * @param source source and row, or the reference file
 * @param conflicting whether another source differs by more than a tenth
 */
record StatedNumber(double value, String source, boolean conflicting) {}
