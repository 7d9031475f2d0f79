/**
 * Statistics of evaluation scores: estimates with intervals, comparisons of models with exact
 * tests, ranking models, and checks of a table of scores. Pure functions: equal inputs give equal
 * bits.
 *
 * <p>Missing results are null. Matrices and arrays of scores alone mark a missing score by {@code
 * NaN}, because boxed matrices would be ten times as large; {@code NaN} never leaves the package in
 * a result.
 */
@NullMarked
package io.evalbeam.transforms.statistics;

import org.jspecify.annotations.NullMarked;
