package io.evalbeam.transforms.statistics;

import org.jspecify.annotations.Nullable;

/**
 * How a cell of a table of means departs from model plus subject.
 *
 * @param model row of the table
 * @param subject column of the table
 * @param residual mean minus the value expected from the cells that are no outliers; null when they
 *     do not connect the row and the column
 * @param standardized residual in standard deviations, as if the cell itself had not been seen;
 *     null when that cannot be estimated
 * @param adjustedP two-sided p of it, adjusted for all cells tested; null with it
 * @param outlier whether it was taken out of the fit, with an adjusted p below .05. A positive
 *     outlier is better than model and subject explain, as contamination makes it
 */
public record CellResidual(
    int model,
    int subject,
    @Nullable Double residual,
    @Nullable Double standardized,
    @Nullable Double adjustedP,
    boolean outlier) {}
