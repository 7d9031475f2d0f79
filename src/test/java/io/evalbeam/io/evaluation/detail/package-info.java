/** Tests of the detail table. */
@NullMarked
package io.evalbeam.io.evaluation.detail;

import org.jspecify.annotations.NullMarked;
