/** Tests of evaluation runs from raw files to statistics. */
@NullMarked
package io.evalbeam.pipelines.evaluation;

import org.jspecify.annotations.NullMarked;
