/** Tests of the commands that people use on tracked models. */
@NullMarked
package io.evalbeam.pipelines.tracking.human;

import org.jspecify.annotations.NullMarked;
