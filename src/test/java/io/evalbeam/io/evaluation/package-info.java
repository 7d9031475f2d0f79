/** Tests of what all formats share. */
@NullMarked
package io.evalbeam.io.evaluation;

import org.jspecify.annotations.NullMarked;
