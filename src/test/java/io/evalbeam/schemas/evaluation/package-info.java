/** Tests of evaluation records. */
@NullMarked
package io.evalbeam.schemas.evaluation;

import org.jspecify.annotations.NullMarked;
