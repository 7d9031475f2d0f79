/** Tests of the command line. */
@NullMarked
package io.evalbeam.pipelines.cli;

import org.jspecify.annotations.NullMarked;
