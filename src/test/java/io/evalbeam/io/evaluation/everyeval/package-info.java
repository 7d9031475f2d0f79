/** Tests of the interchange standard Every Eval Ever. */
@NullMarked
package io.evalbeam.io.evaluation.everyeval;

import org.jspecify.annotations.NullMarked;
