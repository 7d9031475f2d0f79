/**
 * One proof that outputs depend on inputs alone: every job on every runner, at several
 * parallelisms, with inputs in another order and arriving in steps.
 */
@NullMarked
package io.evalbeam.matrix;

import org.jspecify.annotations.NullMarked;
