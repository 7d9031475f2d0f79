/** Tests of the exact states of evaluations against naive computations on seeded random data. */
@NullMarked
package io.evalbeam.transforms.evaluation;

import org.jspecify.annotations.NullMarked;
